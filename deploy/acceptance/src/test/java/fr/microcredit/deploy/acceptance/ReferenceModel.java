package fr.microcredit.deploy.acceptance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the parties may do with a dossier from the desk to the contract and what then holds, written from the trade's text
 * (domain.md A.5 to A.11, ADR 7, 35, 39, 40) and not from the services: a table of where an act is possible, and of what may
 * come of it. What money the funds have left is not its matter: there an act has two outcomes.
 */
final class ReferenceModel {
    private ReferenceModel() {
    }

    /** Where a dossier stands, once everybody has heard of everything. */
    enum Place {
        DRAFT("draft", ""), ELIGIBLE("eligible", ""), TO_JUDGE("needs-judgement", ""), UNFIT("found-ineligible", ""),
        SENT("transmitted", "decide"), DISAGREED("bank-disagreed", "await-meeting"), MET("concerted", "decide-finally"),
        ACCEPTED("bank-accepted", "report-contract"), LOST("bank-accepted", "decide-again"),
        PROPOSED("bank-proposed", "await-office"), RESENT("transmitted", "decide-again"),
        BANK_REFUSED("bank-refused", "none"), CONTRACTED("contracted", "report-disbursement"),
        /** The office and the bank have agreed on other terms and those wait for a judgement, or do not fit. */
        AGREED_TO_JUDGE("needs-judgement", "await-office"), AGREED_UNFIT("found-ineligible", "await-office"),
        /** Between two banks. */
        NEXT_TO_JUDGE("needs-judgement", ""), NEXT_UNFIT("found-ineligible", ""),
        INELIGIBLE("ineligible", ""), REFUSED("refused", ""), WITHDRAWN("withdrawn", ""), NOT_LENT("not-lent", "");

        private static final Set<Place> ENDS = EnumSet.of(INELIGIBLE, REFUSED, WITHDRAWN, NOT_LENT);

        /** How its office sees it. */
        final String stage;
        /** What its bank's file waits for; empty where it has none, or none of its own any more. */
        final String nextStep;

        Place(String stage, String nextStep) {
            this.stage = stage;
            this.nextStep = nextStep;
        }

        boolean isEnd() {
            return ENDS.contains(this);
        }
    }

    /** Who does what. */
    enum Act {
        /** The office's. */
        SUBMIT, AMEND_FITTING, AMEND_UNFIT, RETURN, RECEIVE, CORRECT, WITHDRAW, ANOTHER_BANK, CLOSE, AGREE, DECLINE,
        MEET,
        WAIVE,
        /** On the assessment. */
        JUDGE, CONFIRM,
        /** The commission's. */
        APPROVE, APPROVE_CONDITIONALLY, ADJOURN, REFUSE,
        /** The bank's. */
        ACCEPT, DISAGREE, ACCEPT_FINALLY, REFUSE_FINALLY, PROPOSE, CONTRACT
    }

    /**
     * A dossier as everybody has to see it.
     *
     * @param lacking   whether something is still to come from the applicant: then nobody decides
     * @param otherBank whether the second bank has been asked
     */
    record Known(Place place, boolean lacking, boolean otherBank) {
        static Known opened() {
            return new Known(Place.DRAFT, false, false);
        }

        private Known at(Place next) {
            return new Known(next, lacking, otherBank);
        }

        private Known complete() {
            return new Known(place, false, otherBank);
        }

        private Known incomplete() {
            return new Known(place, true, otherBank);
        }

        private Known withOtherBank() {
            return new Known(place, lacking, true);
        }
    }

    private static final Set<Place> AT_THE_DESK = EnumSet.of(Place.ELIGIBLE, Place.TO_JUDGE, Place.UNFIT);
    private static final Set<Place> ASSESSED_WELL = EnumSet.of(Place.ELIGIBLE, Place.TO_JUDGE);
    private static final Set<Place> BANK_DECIDES = EnumSet.of(Place.SENT, Place.LOST, Place.RESENT);
    private static final Map<Act, Set<Place>> POSSIBLE = new EnumMap<>(Act.class);

    static {
        Set<Place> notOver = EnumSet.noneOf(Place.class);
        Arrays.stream(Place.values()).filter(place -> !place.isEnd()).forEach(notOver::add);
        Set<Place> handedIn = EnumSet.copyOf(notOver);
        handedIn.remove(Place.DRAFT);
        POSSIBLE.put(Act.SUBMIT, EnumSet.of(Place.DRAFT));
        List.of(Act.AMEND_FITTING, Act.AMEND_UNFIT, Act.RETURN, Act.RECEIVE).forEach(
                act -> POSSIBLE.put(act, AT_THE_DESK));
        POSSIBLE.put(Act.CORRECT, handedIn);
        POSSIBLE.put(Act.WITHDRAW, notOver);
        POSSIBLE.put(Act.ANOTHER_BANK, EnumSet.of(Place.BANK_REFUSED));
        POSSIBLE.put(Act.CLOSE, EnumSet.of(Place.BANK_REFUSED, Place.NEXT_TO_JUDGE, Place.NEXT_UNFIT));
        POSSIBLE.put(Act.AGREE, EnumSet.of(Place.PROPOSED, Place.AGREED_UNFIT));
        POSSIBLE.put(Act.DECLINE, EnumSet.of(Place.PROPOSED));
        List.of(Act.MEET, Act.WAIVE).forEach(act -> POSSIBLE.put(act, EnumSet.of(Place.DISAGREED)));
        POSSIBLE.put(Act.JUDGE, EnumSet.of(Place.TO_JUDGE, Place.AGREED_TO_JUDGE, Place.NEXT_TO_JUDGE));
        POSSIBLE.put(Act.CONFIRM, EnumSet.of(Place.UNFIT, Place.AGREED_UNFIT, Place.NEXT_UNFIT));
        List.of(Act.APPROVE, Act.APPROVE_CONDITIONALLY, Act.ADJOURN, Act.REFUSE).forEach(
                act -> POSSIBLE.put(act, EnumSet.of(Place.ELIGIBLE)));
        List.of(Act.ACCEPT, Act.DISAGREE).forEach(act -> POSSIBLE.put(act, BANK_DECIDES));
        List.of(Act.ACCEPT_FINALLY, Act.REFUSE_FINALLY).forEach(act -> POSSIBLE.put(act, EnumSet.of(Place.MET)));
        POSSIBLE.put(Act.PROPOSE, EnumSet.of(Place.LOST, Place.RESENT));
        POSSIBLE.put(Act.CONTRACT, EnumSet.of(Place.ACCEPTED));
    }

    /** Whether it is done; elsewhere it is refused and nothing changes. */
    static boolean isPossible(Known known, Act act) {
        boolean decision = EnumSet.range(Act.APPROVE, Act.REFUSE).contains(act);
        return POSSIBLE.get(act).contains(known.place()) && !(known.lacking() && decision)
                && (known.lacking() || act != Act.RECEIVE) && !(known.otherBank() && act == Act.ANOTHER_BANK);
    }

    /** What may come of an act that is possible. */
    static List<Known> outcomes(Known known, Act act) {
        return switch (act) {
            case SUBMIT, AMEND_FITTING -> all(known.complete(), ASSESSED_WELL);
            case AMEND_UNFIT -> List.of(known.complete().at(Place.UNFIT));
            case RETURN, ADJOURN -> List.of(known.incomplete());
            case RECEIVE -> List.of(known.complete());
            case CORRECT -> List.of(known);
            case WITHDRAW -> List.of(known.at(Place.WITHDRAWN));
            case ANOTHER_BANK -> all(known.withOtherBank(),
                    EnumSet.of(Place.SENT, Place.NEXT_TO_JUDGE, Place.NEXT_UNFIT));
            case CLOSE -> List.of(known.at(Place.NOT_LENT));
            case AGREE -> all(known, EnumSet.of(Place.RESENT, Place.AGREED_TO_JUDGE, Place.AGREED_UNFIT));
            case DECLINE -> List.of(known.at(Place.LOST));
            case MEET, WAIVE -> List.of(known.at(Place.MET));
            case JUDGE -> List.of(known.at(judged(known.place())));
            case CONFIRM -> List.of(known.at(Place.INELIGIBLE));
            case APPROVE, APPROVE_CONDITIONALLY -> List.of(known.at(Place.SENT));
            case REFUSE -> List.of(known.at(Place.REFUSED));
            case ACCEPT, ACCEPT_FINALLY -> all(known, EnumSet.of(Place.ACCEPTED, Place.LOST));
            case DISAGREE -> List.of(known.at(Place.DISAGREED));
            case REFUSE_FINALLY -> List.of(known.at(Place.BANK_REFUSED));
            case PROPOSE -> List.of(known.at(Place.PROPOSED));
            case CONTRACT -> List.of(known.at(Place.CONTRACTED));
        };
    }

    private static List<Known> all(Known known, Set<Place> places) {
        return places.stream().map(known::at).toList();
    }

    private static Place judged(Place place) {
        return switch (place) {
            case AGREED_TO_JUDGE -> Place.RESENT;
            case NEXT_TO_JUDGE -> Place.SENT;
            default -> Place.ELIGIBLE;
        };
    }

    /**
     * A shortest way to an end that is no withdrawal, as far as the outcomes go as they should; the first act of it.
     *
     * @throws IllegalStateException where there is none: a state without a way out
     */
    static Act wayOut(Known from) {
        Map<Known, Act> first = new HashMap<>();
        Deque<Known> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            Known known = open.remove();
            for (Act act : possible(known)) {
                for (Known next : act == Act.WITHDRAW ? List.<Known>of() : outcomes(known, act)) {
                    Act begun = first.getOrDefault(known, act);
                    if (next.place().isEnd()) {
                        return begun;
                    }
                    if (!next.equals(from) && first.putIfAbsent(next, begun) == null) {
                        open.add(next);
                    }
                }
            }
        }
        if (isPossible(from, Act.WITHDRAW)) {
            return Act.WITHDRAW;
        }
        throw new IllegalStateException("No way out of " + from);
    }

    static List<Act> possible(Known known) {
        List<Act> possible = new ArrayList<>();
        Arrays.stream(Act.values()).filter(act -> isPossible(known, act)).forEach(possible::add);
        return possible;
    }
}
