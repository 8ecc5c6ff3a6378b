package fr.microcredit.bank.file.persistence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.bank.file.domain.FileTerms;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/** A file as it is stored; after a refusal a dossier may go to another bank, so the bank is part of the key. */
@Entity
@Table(name = "bank_file")
@IdClass(BankFileKey.class)
class BankFileRow {
    @Id
    @Column(name = "dossier_id")
    UUID dossierId;
    @Id
    @Column(name = "bank_id")
    String bankId;
    @Column(name = "office_id")
    String officeId;
    @Column(name = "person_id")
    UUID personId;
    int revision;
    String purpose;
    @Column(name = "amount_cents")
    long amountCents;
    int months;
    @Column(name = "borrower_rate")
    BigDecimal borrowerRate;
    @Column(name = "bank_rate")
    BigDecimal bankRate;
    boolean guaranteed;
    boolean subsidised;
    String terms;
    @Column(name = "transmitted_on")
    LocalDate transmittedOn;
    @Enumerated(EnumType.STRING)
    BankFile.Status status;
    int round;
    @Enumerated(EnumType.STRING)
    BankFile.Answer guarantee;
    @Enumerated(EnumType.STRING)
    BankFile.Answer subsidy;
    @Column(name = "meeting_round")
    Integer meetingRound;
    @Column(name = "meeting_revision")
    Integer meetingRevision;
    @Column(name = "meeting_changed")
    Boolean meetingChanged;
    @Column(name = "signed_on")
    LocalDate signedOn;
    @Column(name = "first_due_on")
    LocalDate firstDueOn;
    @Column(name = "last_on")
    LocalDate lastOn;
    @Version
    long version;

    static BankFileRow of(BankFile file) {
        BankFileRow row = new BankFileRow();
        row.dossierId = file.dossierId();
        row.bankId = file.bankId();
        row.officeId = file.officeId();
        row.personId = file.personId();
        row.purpose = file.purpose();
        row.transmittedOn = file.transmittedOn();
        row.take(file);
        return row;
    }

    void take(BankFile file) {
        revision = file.revision();
        takeTerms(file.terms());
        status = file.status();
        round = file.round();
        guarantee = file.guarantee();
        subsidy = file.subsidy();
        meetingRound = file.meeting().map(BankFile.Meeting::round).orElse(null);
        meetingRevision = file.meeting().map(BankFile.Meeting::revision).orElse(null);
        meetingChanged = file.meeting().map(BankFile.Meeting::changed).orElse(null);
        signedOn = file.contract().map(BankFile.Contract::signedOn).orElse(null);
        lastOn = file.lastOn();
        firstDueOn = file.contract().map(BankFile.Contract::firstDueOn).orElse(null);
    }

    private void takeTerms(FileTerms taken) {
        amountCents = taken.amount().cents();
        months = taken.months();
        borrowerRate = taken.borrowerRate().percent();
        bankRate = taken.bankRate().percent();
        guaranteed = taken.guaranteed();
        subsidised = taken.subsidised();
        terms = taken.document();
    }

    BankFile toFile() {
        FileTerms frozen = new FileTerms(Money.ofCents(amountCents), months, new Rate(borrowerRate), new Rate(bankRate),
                guaranteed, subsidised, terms);
        Optional<BankFile.Meeting> meeting = meetingRound == null
                ? Optional.empty()
                : Optional.of(new BankFile.Meeting(meetingRound, meetingRevision, meetingChanged));
        Optional<BankFile.Contract> contract = signedOn == null
                ? Optional.empty()
                : Optional.of(new BankFile.Contract(signedOn, firstDueOn));
        return new BankFile(dossierId, officeId, bankId, personId, revision, purpose, frozen, transmittedOn, status,
                round,
                guarantee, subsidy, meeting, contract, lastOn, version);
    }
}
