package fr.microcredit.kit.tenancy;

import java.util.Map;

/** What a client may do for a bank, as the realm writes it into the claim {@code scope} of its tokens (ADR 41). */
public final class Scopes {
    /** Reads files, lists, schedules, papers and loans; simulates. */
    public static final String FILES_READ = "files.read";
    /** Commits the bank: its view, its last word, a proposal, a contract. */
    public static final String FILES_DECIDE = "files.decide";
    /** Reports what has happened: pay-outs, instalments, withdrawals, rebates. */
    public static final String LOANS_REPORT = "loans.report";

    /** Each with what it allows, for the description of an API. */
    public static final Map<String, String> ALL = Map.of(FILES_READ,
            "Read files, lists, schedules, papers and loans; simulate", FILES_DECIDE,
            "Commit the bank: its view, its last word, a proposal, a contract", LOANS_REPORT,
            "Report pay-outs, instalments, withdrawals and rebates");

    private Scopes() {
    }
}
