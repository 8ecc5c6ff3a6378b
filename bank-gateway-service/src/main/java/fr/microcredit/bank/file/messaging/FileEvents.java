package fr.microcredit.bank.file.messaging;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.bank.file.FollowFile;
import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.bank.file.domain.BankFile.Answer;
import fr.microcredit.bank.file.domain.BankFile.Meeting;
import fr.microcredit.bank.file.domain.FileTerms;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.event.WireJson;
import fr.microcredit.kit.inbox.EventHandlers;
import fr.microcredit.kit.inbox.PoisonException;
import fr.microcredit.kit.inbox.Reception;
import fr.microcredit.kit.inbox.Subscriptions;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/** Files, identities, meetings and guarantors' answers. */
@ApplicationScoped
class FileEvents implements EventHandlers {
    private static final String PREFIX = "fr.microcredit.";
    private static final String EXPIRED = "expired";

    private final FollowFile follow;

    FileEvents(FollowFile follow) {
        this.follow = follow;
    }

    record Transmitted(UUID dossierId, String officeId, String bankId, UUID personId, LocalDate effectiveOn,
            int revision,
            String purpose, JsonNode terms) {
    }

    record Terms(long amountCents, int termMonths, String borrowerRate, String bankRate, List<JsonNode> guarantees,
            Optional<Subsidy> subsidy) {
    }

    record Subsidy(String method) {
    }

    record Disclosed(UUID dossierId, String bankId, JsonNode applicant, JsonNode declaredForm,
            LocalDate consentGivenOn) {
    }

    record Held(UUID dossierId, String bankId, int round, int revision, boolean changed) {
    }

    record Waived(UUID dossierId, String bankId, int round, int revision) {
    }

    record Answered(UUID dossierId, String bankId, int round) {
    }

    record Released(UUID dossierId, String bankId, int round, String reason) {
    }

    @Override
    public void register(Subscriptions to) {
        to.on(PREFIX + "dossier.transmitted", 1, Transmitted.class, (event, data) -> transmitted(data))
                .on(PREFIX + "identity.disclosed", 1, Disclosed.class, this::disclosed)
                .on(PREFIX + "commission.concertation-held", 1, Held.class,
                        (event, data) -> follow.met(data.dossierId(), data.bankId(),
                                new Meeting(data.round(), data.revision(), data.changed())))
                .on(PREFIX + "commission.concertation-waived", 1, Waived.class, (event, data) -> follow
                        .met(data.dossierId(), data.bankId(), new Meeting(data.round(), data.revision(), false)));
        guarantors(to, "guarantee.reserved", Answer.GRANTED);
        guarantors(to, "guarantee.declined", Answer.DECLINED);
        guarantors(to, "guarantee.expired", Answer.EXPIRED);
        envelope(to, "guarantee.subsidy-reserved", Answer.GRANTED);
        envelope(to, "guarantee.subsidy-declined", Answer.DECLINED);
        to.on(PREFIX + "guarantee.subsidy-released", 1, Released.class, (event, data) -> released(data));
    }

    private Uni<Reception> transmitted(Transmitted data) {
        return follow.received(new BankFile(data.dossierId(), data.officeId(), data.bankId(), data.personId(),
                data.revision(), data.purpose(), terms(data.terms()), data.effectiveOn(), BankFile.Status.RECEIVED, 0,
                Answer.NOT_ASKED, Answer.NOT_ASKED, Optional.empty(), Optional.empty(), data.effectiveOn(), 0))
                .replaceWith(Reception.APPLIED);
    }

    private static FileTerms terms(JsonNode document) {
        try {
            Terms terms = WireJson.MAPPER.treeToValue(document, Terms.class);
            return new FileTerms(Money.ofCents(terms.amountCents()), terms.termMonths(),
                    Rate.ofPercent(terms.borrowerRate()), Rate.ofPercent(terms.bankRate()),
                    !terms.guarantees().isEmpty(), terms.subsidy().isPresent(), document.toString());
        } catch (JsonProcessingException e) {
            throw new PoisonException("breaks-its-schema");
        }
    }

    /** A tombstone erases. */
    private Uni<Reception> disclosed(ReceivedEvent event, Disclosed data) {
        Uni<Void> done = data == null
                ? follow.erased(UUID.fromString(event.key()))
                : follow.disclosed(data.dossierId(), data.bankId(), WireJson.MAPPER.valueToTree(data).toString());
        return done.replaceWith(Reception.APPLIED);
    }

    /** What runs out is lost; what is given back for another reason concerns a round or a loan that is over. */
    private Uni<Reception> released(Released data) {
        return data.reason().equals(EXPIRED)
                ? follow.envelope(data.dossierId(), data.bankId(), data.round(), Answer.EXPIRED)
                : Uni.createFrom().item(Reception.APPLIED);
    }

    private void guarantors(Subscriptions to, String type, Answer answer) {
        to.on(PREFIX + type, 1, Answered.class,
                (event, data) -> follow.guarantors(data.dossierId(), data.bankId(), data.round(), answer));
    }

    private void envelope(Subscriptions to, String type, Answer answer) {
        to.on(PREFIX + type, 1, Answered.class,
                (event, data) -> follow.envelope(data.dossierId(), data.bankId(), data.round(), answer));
    }
}
