package fr.microcredit.commission.session.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import fr.microcredit.commission.committee.domain.Committee;
import fr.microcredit.commission.committee.domain.Committee.Way;
import fr.microcredit.commission.session.domain.Ruling.Verdict;
import fr.microcredit.commission.session.domain.Ruling.Votes;
import fr.microcredit.commission.session.domain.Session.Chair;
import fr.microcredit.kit.domain.Reason;

/** How a committee comes to a decision: who is left when some stand aside, and what votes carry. */
final class PollRules {
    private static final String VOTES = "/votes";
    private static final String WITHDRAWN = "/withdrawn";

    private PollRules() {
    }

    /** Why a committee has not come to this decision; conflicts first. */
    static List<Reason> against(Sitting sitting, Ruling ruling) {
        List<Reason> reasons = new ArrayList<>();
        Set<String> deciding = sitting.present();
        ruling.poll().withdrawn().forEach(deciding::remove);
        sitting.committee().filter(its -> deciding.size() < its.rule().quorum())
                .ifPresent(its -> reasons.add(Reason.conflict("no-quorum", its.rule().quorum(), deciding.size())));
        addWithdrawn(reasons, sitting, ruling.poll().withdrawn());
        addVotes(reasons, sitting.committee(), ruling, deciding.size());
        return reasons;
    }

    /** Who chairs can not stand aside and decide: another takes the chair for that request. */
    private static void addWithdrawn(List<Reason> reasons, Sitting sitting, List<String> withdrawn) {
        Optional<String> chair = sitting.session().chair().map(Chair::subject);
        Set<String> present = sitting.present();
        Set<String> seen = new HashSet<>();
        for (int place = 0; place < withdrawn.size(); place++) {
            String subject = withdrawn.get(place);
            if (!present.contains(subject)) {
                reasons.add(Reason.invalid(WITHDRAWN + "/" + place, "member-not-present"));
            } else if (chair.filter(subject::equals).isPresent()) {
                reasons.add(Reason.invalid(WITHDRAWN + "/" + place, "chair-stands-aside"));
            } else if (!seen.add(subject)) {
                reasons.add(Reason.invalid(WITHDRAWN + "/" + place, "member-twice"));
            }
        }
    }

    private static void addVotes(List<Reason> reasons, Optional<Committee> committee, Ruling ruling, int deciding) {
        Optional<Votes> votes = ruling.poll().votes();
        boolean votesAreCounted = committee.filter(its -> its.rule().way() == Way.VOTE).isPresent();
        if (!votesAreCounted && votes.isPresent()) {
            reasons.add(Reason.invalid(VOTES, "votes-not-asked"));
        } else if (votesAreCounted && votes.isEmpty() && ruling.decision() != Verdict.ADJOURNED) {
            reasons.add(Reason.invalid(VOTES, "votes-required"));
        } else if (votes.isPresent()) {
            addCount(reasons, votes.get(), deciding);
        }
    }

    private static void addCount(List<Reason> reasons, Votes votes, int deciding) {
        if (votes.all() != deciding) {
            reasons.add(Reason.invalid(VOTES, "votes-do-not-sum", deciding));
        }
        if (votes.decideNothing()) {
            reasons.add(Reason.invalid(VOTES, "nobody-voted"));
        }
        if (!votes.carry()) {
            reasons.add(Reason.invalid(VOTES, "votes-against-it"));
        }
    }
}
