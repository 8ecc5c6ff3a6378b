package fr.microcredit.kit.http;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import fr.microcredit.kit.tenancy.Actor;

/** What somebody does: who, by which request, as of which day. */
public final class Act {
    private final Actor actor;
    private final Optional<String> actorName;
    private final String ifMatch;
    private final Optional<LateReason> lateReason;
    private final Map<String, Object> detail = new TreeMap<>();
    private LocalDate named;
    private String pointer = "/effectiveOn";
    private boolean repeated;
    private String concerned;

    Act(Actor actor, Optional<String> actorName, String ifMatch, Optional<LateReason> lateReason) {
        this.actor = actor;
        this.actorName = actorName;
        this.ifMatch = ifMatch;
        this.lateReason = lateReason;
    }

    /** Why an act is recorded more than the usual days late; a closed list, since free words could name a person. */
    public enum LateReason {
        PAPER_FILE, OUTAGE, FORGOTTEN, COURT_DECISION
    }

    /**
     * The business date the request names.
     *
     * @param day   or null for today
     * @param field JSON Pointer to where it stands in the request
     */
    public Act on(LocalDate day, String field) {
        named = day;
        pointer = field;
        return this;
    }

    /** The key of what it is an act on, once that was looked for. */
    public Act concerning(String key) {
        concerned = key;
        return this;
    }

    Optional<String> concerned() {
        return Optional.ofNullable(concerned);
    }

    public Actor actor() {
        return actor;
    }

    public Optional<LocalDate> named() {
        return Optional.ofNullable(named);
    }

    /** What the token calls the actor, for people to read; never in an event, nor in the audit chain. */
    public Optional<String> actorName() {
        return actorName;
    }

    /** Where the business date stands in the request. */
    public String pointer() {
        return pointer;
    }

    public Optional<LateReason> lateReason() {
        return lateReason;
    }

    /**
     * The version of the resource the change builds on.
     *
     * @throws fr.microcredit.kit.problem.ProblemException {@code version-required} when the request has no {@code If-Match}
     */
    public long expectedVersion() {
        return Versions.expected(ifMatch);
    }

    /** Something the audit entry of this act says; identifiers and figures, never a name or a note. */
    public Act noting(String name, Object value) {
        detail.put(name, value);
        return this;
    }

    /** It found done already what it asks for: it is answered like the first and leaves no audit entry of its own. */
    public Act repeated() {
        repeated = true;
        return this;
    }

    public boolean isRepeated() {
        return repeated;
    }

    Map<String, Object> detail() {
        return detail;
    }
}
