package fr.microcredit.bank;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a loan in default is tested with. */
final class Default {
    /** The borrower pays the bank's rate; the clauses are those of the shipped conventions. */
    static final Map<String, Object> TERMS = Map.of("borrowerRate", "4.40", "guaranteeCall",
            Map.of("unpaidInstalments", 3, "meetingRequired", false, "paymentDays", 15, "recoverySharing",
                    "half-to-guarantors"),
            "repayment", Map.of("imputation", "interest-first", "representationDays", 5, "deferralInterest",
                    "added-at-end", "deferralMonths", 3));

    private Default() {
    }

    static Map<String, Object> claim(String on) {
        List<Map<String, Object>> documents = Stream.of("contract", "table", "reminder", "follow-up-log")
                .map(kind -> Map.<String, Object>of("kind", kind, "sha256", "ab".repeat(32), "bytes", 1)).toList();
        return Map.of("documents", documents, "filedOn", on);
    }
}
