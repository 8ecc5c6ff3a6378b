package fr.microcredit.intake.request.domain;

import static fr.microcredit.intake.request.domain.Requested.ON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import fr.microcredit.intake.request.domain.Approval.Condition;
import fr.microcredit.intake.request.domain.Approval.Fulfilled;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.domain.Decision.Refused;

/** Conditions of an approval as a list to tick off. */
class ConditionRulesTest {
    private static final List<Condition> TWO = List.of(Condition.PAYMENT_TO_SUPPLIER, Condition.BUDGET_COUNSELLING);

    @Test
    void eachIsTickedOffBySomebodyOnADayAndAllThatAreMetAreTold() {
        Accepted<Request, RequestEvent> one = accepted(fulfil(approved(), "agent-1", Condition.BUDGET_COUNSELLING));
        assertEquals(List.of(new Fulfilled(Condition.BUDGET_COUNSELLING, "agent-1", ON)), ticked(one));
        Accepted<Request, RequestEvent> both = accepted(fulfil(one.state(), "agent-2", Condition.PAYMENT_TO_SUPPLIER,
                Condition.BUDGET_COUNSELLING));
        assertEquals(List.of("agent-1", "agent-2"), ticked(both).stream().map(Fulfilled::by).toList());
        assertEquals(List.of(new RequestEvent.ConditionsFulfilled(
                List.of(Condition.BUDGET_COUNSELLING, Condition.PAYMENT_TO_SUPPLIER))), both.events());
        assertEquals(Optional.empty(), ConditionRules.open(both.state()));
        Accepted<Request, RequestEvent> again = accepted(fulfil(both.state(), "agent-3",
                Condition.PAYMENT_TO_SUPPLIER));
        assertEquals(new Accepted<>(both.state(), List.of()), again);
    }

    @Test
    void whatTheCommissionHasNotSetIsNotTickedOff() {
        assertEquals("not-a-condition", code(fulfil(approved(), "agent-1", Condition.VEHICLE_INSURANCE)));
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void onlyOfAnApprovalAndBeforeTheEnd(Stage stage) {
        boolean over = EnumSet.of(Stage.INELIGIBLE, Stage.REFUSED, Stage.WITHDRAWN, Stage.NOT_LENT, Stage.ABANDONED)
                .contains(stage);
        Request request = Requested.at(stage, 1, true).approvedAs(Approval.under(TWO));
        assertEquals(!over, fulfil(request, "agent-1", Condition.PAYMENT_TO_SUPPLIER) instanceof Accepted);
        assertEquals("dossier-stage",
                code(fulfil(Requested.at(stage, 1, false), "agent-1", Condition.PAYMENT_TO_SUPPLIER)));
    }

    /** Another bank, or the same one after a meeting, gets it with what is met. */
    @Test
    void whatIsMetGoesWithTheFile() {
        Request ticked = accepted(fulfil(Requested.at(Stage.APPROVED, 1, true).approvedAs(Approval.under(TWO)),
                "agent-1", Condition.BUDGET_COUNSELLING)).state();
        RequestEvent.Transmitted sent = (RequestEvent.Transmitted) RequestRules
                .sent(ticked, Requested.born("1980-05-04"), ON).events().get(1);
        assertEquals(TWO, sent.conditions());
        assertEquals(List.of(Condition.BUDGET_COUNSELLING), sent.fulfilled());
    }

    private static Request approved() {
        return Requested.at(Stage.TRANSMITTED, 1, true).approvedAs(Approval.under(TWO));
    }

    private static Decision<Request, RequestEvent> fulfil(Request request, String by, Condition... conditions) {
        return ConditionRules.fulfil(request, Set.of(conditions), by, ON);
    }

    private static Accepted<Request, RequestEvent> accepted(Decision<Request, RequestEvent> decision) {
        return (Accepted<Request, RequestEvent>) decision;
    }

    private static List<Fulfilled> ticked(Accepted<Request, RequestEvent> after) {
        return after.state().approval().orElseThrow().fulfilled();
    }

    private static String code(Decision<?, ?> decision) {
        return ((Refused<?, ?>) decision).reasons().get(0).code();
    }
}
