package fr.microcredit.commission.session.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.kit.domain.Aggregate;
import fr.microcredit.kit.domain.Codes;

/**
 * A session of an office's commission. What it does is dated by its day.
 *
 * @param chair   who chairs it; empty until it is opened
 * @param rulings in the order in which they were taken
 * @param present subjects of the members who were recorded as present; nobody where the office has no committee
 * @param order   dossiers as the secretary has put them; what is not among them comes after, by its arrival
 * @param takenOff what was taken off its agenda or moved to another one while it was held, in that order
 */
public record Session(UUID id, String officeId, LocalDate heldOn, Status state, Optional<Chair> chair,
        List<Ruling> rulings, List<String> present, List<UUID> order, List<TakenOff> takenOff) implements Aggregate {
    public Session {
        rulings = List.copyOf(rulings);
        present = List.copyOf(present);
        order = List.copyOf(order);
        takenOff = List.copyOf(takenOff);
    }

    /** With nothing taken off its agenda. */
    public Session(UUID id, String officeId, LocalDate heldOn, Status state, Optional<Chair> chair,
            List<Ruling> rulings, List<String> present, List<UUID> order) {
        this(id, officeId, heldOn, state, chair, rulings, present, order, List.of());
    }

    static Session convened(UUID id, String officeId, LocalDate heldOn) {
        return new Session(id, officeId, heldOn, Status.CONVENED, Optional.empty(), List.of(), List.of(), List.of());
    }

    /** Where a session stands. */
    public enum Status {
        CONVENED, OPEN, CLOSED, CANCELLED
    }

    /**
     * Who chairs: an elected representative or the elected substitute (domain.md A.5).
     *
     * @param subject the identity provider's identifier
     */
    public record Chair(String subject, Capacity capacity) {
    }

    /** In what capacity somebody chairs. */
    public enum Capacity {
        ELECTED_REPRESENTATIVE, ELECTED_SUBSTITUTE
    }

    Session at(Status next, Optional<Chair> by) {
        return new Session(id, officeId, heldOn, next, by, rulings, present, order, takenOff);
    }

    Session heldOn(LocalDate day) {
        return new Session(id, officeId, day, state, chair, rulings, present, order, takenOff);
    }

    Session attendedBy(List<String> members) {
        return new Session(id, officeId, heldOn, state, chair, rulings, members, order, takenOff);
    }

    /** Nothing was taken off while it was held. */
    Session asConvened() {
        return new Session(id, officeId, heldOn, state, chair, rulings, present, order, List.of());
    }

    /** What was decided keeps its place before what is put in order: it stands on the agenda no more. */
    Session ordered(List<UUID> dossiers) {
        Stream<UUID> decided = inOrder(rulings, Ruling::dossierId).stream().map(Ruling::dossierId)
                .filter(dossier -> !dossiers.contains(dossier)).distinct();
        return new Session(id, officeId, heldOn, state, chair, rulings, present,
                Stream.concat(decided, dossiers.stream()).toList(), takenOff);
    }

    /** Noted once it is held: before that an agenda is a plan. */
    public Session without(Request request, Optional<LocalDate> to) {
        return state != Status.OPEN
                ? this
                : new Session(id, officeId, heldOn, state, chair, rulings, present, order, Stream
                        .concat(takenOff.stream().filter(each -> !each.dossierId().equals(request.dossierId())),
                                Stream.of(new TakenOff(request.dossierId(), Ruling.Asked.of(request), to)))
                        .toList());
    }

    /** Sorts by the place on the agenda; what has none comes last, as it was. */
    public <T> List<T> inOrder(List<T> items, Function<T, UUID> dossier) {
        return items.stream().sorted(Comparator.comparingInt(item -> place(dossier.apply(item)))).toList();
    }

    private int place(UUID dossierId) {
        int place = order.indexOf(dossierId);
        return place < 0 ? order.size() : place;
    }

    /** With one more decision. */
    public Session noting(Ruling ruling) {
        List<Ruling> all = new ArrayList<>(rulings);
        all.add(ruling);
        return new Session(id, officeId, heldOn, state, chair, all, present, order, takenOff);
    }

    /** The last one: what was changed after a decision comes again. */
    public Optional<Ruling> rulingOn(UUID dossierId) {
        return rulings.stream().filter(ruling -> ruling.dossierId().equals(dossierId)).reduce((one, later) -> later);
    }

    boolean isChairedBy(String subject) {
        return state == Status.OPEN && chair.map(Chair::subject).equals(Optional.of(subject));
    }

    @Override
    public String key() {
        return id.toString();
    }

    @Override
    public String tenant() {
        return officeId;
    }

    @Override
    public String status() {
        return Codes.of(state);
    }

    @Override
    public LocalDate day() {
        return heldOn;
    }

    /** What is done in it is done on its day; as long as it was not opened it can be cancelled on any. */
    @Override
    public LocalDate lastOn() {
        return chair.map(any -> heldOn).orElse(LocalDate.EPOCH);
    }
}
