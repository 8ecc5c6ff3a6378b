package fr.microcredit.eligibility.assessment.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import fr.microcredit.eligibility.assessment.domain.Findings.Collector;
import fr.microcredit.eligibility.directory.domain.AccompanyingBody;
import fr.microcredit.eligibility.directory.domain.Convention;

/** Whether the bank takes files under the scheme and the office works under it (domain.md A.5, A.20). */
final class PartnerRules {
    static final List<Rule> ALL = List.of(PartnerRules::convention, PartnerRules::body);
    private static final String CONVENTION = "convention";
    private static final String BODY = "accompanying-body";
    private static final String DIRECTORY = "Annuaire de la plateforme";

    private PartnerRules() {
    }

    /** A bank that leaves takes no new file. */
    private static void convention(Case c, Collector found) {
        c.partners().bank().ifPresent(bank -> found.add(c.partners().convention()
                .map(convention -> lives(convention, bank.since()))
                .orElseGet(() -> Outcome.fail(CONVENTION, "without-convention", Map.of("bank", bank.bankId()),
                        DIRECTORY))));
    }

    private static Outcome lives(Convention convention, LocalDate day) {
        return Outcome.passIf(convention.holdsOn(day), CONVENTION, "convention-ended",
                Map.of("bank", convention.bankId(), "lastDay", convention.to().map(LocalDate::toString).orElse("")),
                convention.source());
    }

    /** An office that the directory does not list yet is told so; what it lists is held against the request. */
    private static void body(Case c, Collector found) {
        if (c.partners().bank().isPresent()) {
            c.partners().body().ifPresentOrElse(body -> found.add(works(body, c)),
                    () -> found.note("office-not-listed", Map.of(), DIRECTORY));
        }
    }

    private static Outcome works(AccompanyingBody body, Case c) {
        String commune = c.situation().commune();
        Map<String, String> figures = Map.of("body", body.name(), "commune", commune, "lastDay",
                body.to().map(LocalDate::toString).orElse(""));
        if (!body.holdsOn(c.wish().appliedOn())) {
            return Outcome.fail(BODY, "body-ended", figures, body.source());
        }
        if (!body.worksUnder(c.scheme().schemeId())) {
            return Outcome.fail(BODY, "not-under-this-scheme", figures, body.source());
        }
        return Outcome.passIf(body.serves(commune), BODY, "commune-not-served", figures, body.source());
    }
}
