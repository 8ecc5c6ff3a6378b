package fr.microcredit.intake.request;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.kit.json.KitJson;

/** What this service reads of the terms that an assessment has frozen, whatever the catalogue says today. */
public final class FrozenTerms {
    private static final String NO_COMMISSION = "none";

    private FrozenTerms() {
    }

    /** Where they do not say it there is one: the careful reading. */
    public static boolean commissionRequired(Request request) {
        return !of(request).path("commission").asText().equals(NO_COMMISSION);
    }

    /** How long an approval stays valid after a bank's final refusal; 0 where they do not say it. */
    public static int approvalDays(Request request) {
        return of(request).path("approvalDays").asInt();
    }

    /** In how many days the bank answers; empty where its convention does not say it: nobody counts then. */
    public static Optional<Integer> bankAnswerDays(Request request) {
        return Optional.of(of(request).path("bankAnswerDays")).filter(JsonNode::isInt).map(JsonNode::asInt);
    }

    /** How many months the bank's convention puts off at once; empty where it does not say it. */
    public static Optional<Integer> deferralMonths(Request request) {
        return Optional.of(of(request).path("repayment").path("deferralMonths")).filter(JsonNode::isInt)
                .map(JsonNode::asInt);
    }

    /** In how many days after its due date a rejected debit is no unpaid instalment once it is paid; 0 where nobody says so. */
    public static int representationDays(Request request) {
        return of(request).path("repayment").path("representationDays").asInt();
    }

    /** Whether office and bank meet before a bank's last word; where they do not say it they do. */
    public static boolean meetingRequired(Request request) {
        return of(request).path("meetingRequired").asBoolean(true);
    }

    /** Whether nobody has to guarantee; so where nobody did, and where terms of before there were conventions do not say it. */
    public static boolean loanWithoutGuarantee(Request request) {
        return of(request).path("guarantees").isEmpty() || of(request).path("loanWithoutGuarantee").asBoolean(true);
    }

    /** Whether the borrower may pay the bank's rate; so where nobody bore a difference, or where they do not say it. */
    public static boolean loanWithoutSubsidy(Request request) {
        return !of(request).has("subsidy") || of(request).path("loanWithoutSubsidy").asBoolean(true);
    }

    private static JsonNode of(Request request) {
        return request.terms().map(frozen -> KitJson.tree(frozen.json())).orElseGet(MissingNode::getInstance);
    }
}
