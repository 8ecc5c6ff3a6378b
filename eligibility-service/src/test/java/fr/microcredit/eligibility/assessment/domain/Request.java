package fr.microcredit.eligibility.assessment.domain;

import java.time.LocalDate;
import java.util.Optional;

import fr.microcredit.eligibility.Files;
import fr.microcredit.eligibility.parameter.domain.KnownValues;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Ground;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Purpose;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/**
 * A request as tests write it down: a lone person with 1 000 euros a month, charges of 500 and no debt, who asks for 1 000
 * euros over 12 months for a household appliance; each test says what is different.
 */
record Request(Scheme scheme, KnownValues known, Situation situation, Wish wish, Money otherExposure) {

    static Request at(String scheme, String appliedOn, String commune) {
        Scheme read = Readings.named(scheme);
        return new Request(read, Files.knownValues(),
                new Situation(commune, Optional.empty(), 1, 0, false, Money.ofEuros("1000"), Money.ofEuros("500"),
                        Money.ZERO, Money.ZERO,
                        false, Optional.empty()),
                new Wish(read.schemeId(), Purpose.HOUSEHOLD_APPLIANCE, Ground.NOT_ASKED, Money.ofEuros("1000"), 12,
                        Optional.empty(), LocalDate.parse(appliedOn)),
                Money.ZERO);
    }

    /** Dijon with the demonstration convention, in the time of the rule of 2008-05-14. */
    static Request atDijon() {
        return at("dijon-demonstration-1", "2008-09-15", "21231");
    }

    /** In a commune of the scheme's territory. */
    static Request atHome(String scheme, String appliedOn) {
        return at(scheme, appliedOn, communeOf(scheme));
    }

    private static String communeOf(String scheme) {
        return switch (scheme.split("-")[0]) {
            case "dijon" -> "21231";
            case "reims" -> "51454";
            case "ploermel" -> "56165";
            case "poitou" -> "86194";
            default -> "75056";
        };
    }

    Case toCase() {
        return Case.of(scheme, known, situation, wish, otherExposure);
    }

    Findings findings() {
        return Assessor.assess(toCase());
    }

    Alternatives alternatives() {
        return Alternatives.of(toCase(), findings());
    }

    Request knownOn(LocalDate day) {
        return new Request(scheme, Files.knownOn(day), situation, wish, otherExposure);
    }

    Request household(int from14, int under14, boolean loneParent) {
        Situation s = situation;
        return with(new Situation(s.commune(), s.age(), from14, under14, loneParent, s.resources(), s.charges(),
                s.loanInstalments(), s.existingDebt(), s.overIndebted(), s.residenceMonths()));
    }

    Request resources(Money resources) {
        Situation s = situation;
        return with(
                new Situation(s.commune(), s.age(), s.personsFrom14(), s.personsUnder14(), s.loneParent(), resources,
                        s.charges(), s.loanInstalments(), s.existingDebt(), s.overIndebted(), s.residenceMonths()));
    }

    Request charges(Money charges) {
        Situation s = situation;
        return with(new Situation(s.commune(), s.age(), s.personsFrom14(), s.personsUnder14(), s.loneParent(),
                s.resources(),
                charges, s.loanInstalments(), s.existingDebt(), s.overIndebted(), s.residenceMonths()));
    }

    Request owing(Money instalments, Money debt, boolean overIndebted) {
        Situation s = situation;
        return with(new Situation(s.commune(), s.age(), s.personsFrom14(), s.personsUnder14(), s.loneParent(),
                s.resources(),
                s.charges(), instalments, debt, overIndebted, s.residenceMonths()));
    }

    Request aged(int age) {
        Situation s = situation;
        return with(new Situation(s.commune(), Optional.of(age), s.personsFrom14(), s.personsUnder14(),
                s.loneParent(), s.resources(), s.charges(), s.loanInstalments(), s.existingDebt(), s.overIndebted(),
                s.residenceMonths()));
    }

    Request purpose(String purpose) {
        return with(new Wish(wish.schemeId(), Codes.parse(Purpose.class, purpose), wish.ground(), wish.amount(),
                wish.months(), wish.borrowerRate(), wish.appliedOn()));
    }

    Request ground(String ground) {
        return with(new Wish(wish.schemeId(), wish.purpose(), Codes.parse(Ground.class, ground), wish.amount(),
                wish.months(), wish.borrowerRate(), wish.appliedOn()));
    }

    Request asking(Money amount, int months) {
        return with(wish.asking(amount, months));
    }

    /** @param percent the office has chosen; null where it has chosen none */
    Request chosen(String percent) {
        return with(new Wish(wish.schemeId(), wish.purpose(), wish.ground(), wish.amount(), wish.months(),
                Optional.ofNullable(percent).map(Rate::ofPercent), wish.appliedOn()));
    }

    Request otherExposure(Money other) {
        return new Request(scheme, known, situation, wish, other);
    }

    private Request with(Situation changed) {
        return new Request(scheme, known, changed, wish, otherExposure);
    }

    private Request with(Wish changed) {
        return new Request(scheme, known, situation, changed, otherExposure);
    }
}
