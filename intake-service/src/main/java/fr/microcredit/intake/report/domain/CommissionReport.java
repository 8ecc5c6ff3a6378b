package fr.microcredit.intake.report.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.OfDossier;

/**
 * What the office reports to its commission on a request: a text of its own, not the notes of its social workers, which never
 * leave it (domain.md A.13). It travels in no event: the commission reads it here.
 *
 * @param versions in the order in which they were written; none is ever changed
 * @param lastOn   business date of the newest version
 */
public record CommissionReport(About about, List<Version> versions, LocalDate lastOn) implements OfDossier {
    /** Of the dossier on which nothing was written yet; a written one begins behind it. */
    public static final long NOTHING_WRITTEN = 0;
    private static final String WRITTEN = "written";

    public CommissionReport {
        versions = List.copyOf(versions);
    }

    /** What the commission may make of a request. */
    public enum Verdict {
        APPROVED, REFUSED, ADJOURNED
    }

    /**
     * What the commission has decided while a version was the newest.
     *
     * @param decisionId by which the commission cites it: one session may come to the same verdict twice
     * @param revision   of the request
     * @param on         day of the session
     */
    public record Ruling(UUID decisionId, int revision, Verdict decision, LocalDate on) {
    }

    /**
     * What stood at a time.
     *
     * @param number   from 1
     * @param revision of the request as it stood; 0 in the draft
     * @param text     1 to {@value CommissionReportRules#TEXT_MAX} characters
     * @param author   the identity provider's identifier of who has written it; never a name
     * @param rulings  that were made on it
     */
    public record Version(int number, int revision, String text, String author, LocalDate writtenOn,
            List<Ruling> rulings) {
        public Version {
            rulings = List.copyOf(rulings);
        }

        private Version ruledOn(Ruling ruling) {
            return new Version(number, revision, text, author, writtenOn,
                    Stream.concat(rulings.stream(), Stream.of(ruling)).toList());
        }
    }

    public static CommissionReport none(About about, LocalDate openedOn) {
        return new CommissionReport(about, List.of(), openedOn);
    }

    public Optional<Version> newest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    CommissionReport with(Version next) {
        return new CommissionReport(about, Stream.concat(versions.stream(), Stream.of(next)).toList(),
                next.writtenOn());
    }

    boolean knows(UUID decision) {
        return versions.stream().flatMap(each -> each.rulings().stream())
                .anyMatch(ruling -> ruling.decisionId().equals(decision));
    }

    CommissionReport ruledOn(Ruling ruling) {
        int last = versions.size() - 1;
        return new CommissionReport(about, Stream.concat(versions.stream().limit(last),
                Stream.of(versions.get(last).ruledOn(ruling))).toList(), lastOn);
    }

    @Override
    public String key() {
        return dossierId().toString();
    }

    @Override
    public String tenant() {
        return about.officeId();
    }

    @Override
    public String status() {
        return WRITTEN;
    }

    @Override
    public LocalDate day() {
        return lastOn;
    }

    @Override
    public long firstVersion() {
        return NOTHING_WRITTEN + 1;
    }
}
