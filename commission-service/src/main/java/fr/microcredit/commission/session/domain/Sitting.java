package fr.microcredit.commission.session.domain;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import fr.microcredit.commission.committee.domain.Committee;
import fr.microcredit.commission.session.domain.Session.Capacity;
import fr.microcredit.commission.session.domain.Session.Chair;

/**
 * A session as it sits on its day.
 *
 * @param committee of the office; empty where it has set up none: then the role alone lets one chair, and nobody is counted
 */
public record Sitting(Session session, Optional<Committee> committee) {
    /** Elected for the session's day, and as what they say. */
    boolean mayChair(Chair by) {
        return committee.map(its -> its.sitsAs(function(by.capacity()), by.subject(), session.heldOn())).orElse(true);
    }

    private static Committee.Function function(Capacity capacity) {
        return switch (capacity) {
            case ELECTED_REPRESENTATIVE -> Committee.Function.PRESIDENT;
            case ELECTED_SUBSTITUTE -> Committee.Function.SUBSTITUTE;
        };
    }

    boolean isMember(String subject) {
        return committee.map(its -> its.sits(subject, session.heldOn())).orElse(false);
    }

    Optional<Ruling.Chaired> chaired() {
        return session.chair().map(by -> new Ruling.Chaired(by.capacity(), committee.map(its -> its.rule().quorum())));
    }

    /** Who chairs is there, and whoever was recorded; not whose mandate has been ended meanwhile before the session's day. */
    public Set<String> present() {
        Set<String> there = new LinkedHashSet<>();
        session.chair().map(Chair::subject).ifPresent(there::add);
        there.addAll(session.present());
        there.removeIf(subject -> !isMember(subject));
        return there;
    }
}
