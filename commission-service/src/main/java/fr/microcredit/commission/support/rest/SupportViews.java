package fr.microcredit.commission.support.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.commission.support.ReadSupport;
import fr.microcredit.commission.support.ReadSupport.Asked;
import fr.microcredit.commission.support.domain.Standing;
import fr.microcredit.commission.support.domain.SupportRequest;
import fr.microcredit.commission.support.domain.SupportRules;
import fr.microcredit.commission.support.domain.SupportRuling;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.money.Money;

/** What the API shows of the support commission; amounts in cents. */
final class SupportViews {
    private SupportViews() {
    }

    /**
     * What was decided.
     *
     * @param instalments of a grant
     * @param amount      of a grant
     */
    public record SupportDecision(SupportRuling.Verdict decision, List<Integer> instalments, Optional<Money> amount,
            List<SupportRuling.Reason> reasons, Optional<String> budgetLine, LocalDate decidedOn) {
        static SupportDecision of(SupportRuling ruling) {
            return new SupportDecision(ruling.decision(), ruling.instalments(),
                    Optional.of(ruling.amount()).filter(Money::isPositive), ruling.reasons(), ruling.budgetLine(),
                    ruling.decidedOn());
        }
    }

    /**
     * What came of a grant.
     *
     * @param paid    by the support commission
     * @param paidOn  last day of that
     * @param shortBy granted and not paid, where nothing more will come
     * @param late    whether the last of it came more than a week after the grant
     */
    public record SupportPaid(Money paid, Optional<LocalDate> paidOn, Optional<Money> shortBy, boolean late) {
        static SupportPaid of(Standing standing) {
            return new SupportPaid(standing.paid(), standing.paidOn(), standing.shortBy(), standing.isPaidLate());
        }
    }

    /**
     * A request to the support commission.
     *
     * @param since    the day from which somebody is waited for: the commission since the request, the payment since the grant
     * @param days     since then
     * @param overdue  after a week
     * @param possible acts, each named as its address is
     */
    public record SupportView(UUID requestId, UUID dossierId, Optional<String> bankId, SupportRequest.Status status,
            List<Integer> instalments, Money amount, LocalDate askedOn, Optional<LocalDate> since,
            Optional<Long> days, boolean overdue, Optional<SupportDecision> decision,
            Optional<SupportPaid> payment, Optional<SupportRequest.Withdrawal> withdrawal,
            List<SupportRules.Act> possible) {
        static SupportView of(Asked asked) {
            SupportRequest request = asked.request();
            Standing standing = asked.standing();
            return new SupportView(request.id(), asked.support().dossierId(), asked.support().about().bankId(),
                    standing.status(), request.instalments(), request.amount(), request.askedOn(), standing.since(),
                    standing.days(asked.today()), standing.isOverdue(asked.today()),
                    request.ruling().map(SupportDecision::of),
                    Optional.of(standing).filter(each -> each.paid().isPositive()).map(SupportPaid::of),
                    request.withdrawal(), SupportRules.possible(standing));
        }
    }

    /**
     * Money of the support commission that no grant is for.
     *
     * @param instalment that it paid or began to pay
     */
    public record UnmatchedPayment(UUID dossierId, Optional<String> bankId, int instalment, Money amount,
            LocalDate paidOn) {
        static UnmatchedPayment of(ReadSupport.Unmatched each) {
            return new UnmatchedPayment(each.support().dossierId(), each.support().about().bankId(),
                    each.payment().instalment(), each.payment().amount(), each.payment().on());
        }
    }

    /**
     * What the office lets its support commission spend.
     *
     * @param from first day it holds
     * @param year today's, which {@code used} and {@code left} are of
     * @param used granted and not paid yet, or paid
     */
    public record SupportSettingsView(String budgetLine, Money yearlyBudget, Money perDossier,
            Optional<Money> perYearAndDossier, LocalDate from, int year, Money used, Money left) {
        static SupportSettingsView of(ReadSupport.Left left) {
            return new SupportSettingsView(left.limits().budgetLine(), left.limits().yearlyBudget(),
                    left.limits().perDossier(), left.limits().perYearAndDossier(), left.from(), left.year(),
                    left.used(), left.left());
        }
    }

    /** How a command on a request is answered, and what can be done instead where it is refused. */
    static Answer<Asked> decided(ReadSupport read) {
        return Answer.of(read::one, SupportView::of).offeringFrom((actor, key) -> read.possible(actor, key)
                .map(found -> found.map(acts -> acts.stream().map(Codes::of).toList())));
    }
}
