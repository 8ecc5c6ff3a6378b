package fr.microcredit.kit.tenancy;

import java.util.Set;

/** The realm's roles (architecture.md section 6). */
public final class Roles {
    public static final String OFFICE_AGENT = "office-agent";
    public static final String OFFICE_MANAGER = "office-manager";
    public static final String COMMISSION_SECRETARY = "commission-secretary";
    public static final String COMMISSION_PRESIDENT = "commission-president";
    public static final String BANK_AGENT = "bank-agent";
    public static final String BANK_CLIENT = "bank-client";
    public static final String FUND_MANAGER = "fund-manager";
    public static final String OBSERVATORY_ANALYST = "observatory-analyst";
    public static final String SCHEME_EDITOR = "scheme-editor";
    public static final String AUDITOR = "auditor";
    public static final String OPERATOR = "operator";

    public static final Set<String> OF_OFFICES = Set.of(OFFICE_AGENT, OFFICE_MANAGER, COMMISSION_SECRETARY,
            COMMISSION_PRESIDENT);
    public static final Set<String> OF_BANKS = Set.of(BANK_AGENT, BANK_CLIENT);
    public static final Set<String> OF_THE_REGION = Set.of(FUND_MANAGER, OBSERVATORY_ANALYST, SCHEME_EDITOR, AUDITOR,
            OPERATOR);

    /** Who may record an act later than the usual days, with a reason (domain.md A.19): persons who answer for others. */
    public static final Set<String> RECORD_LATE = Set.of(OFFICE_MANAGER, BANK_AGENT, FUND_MANAGER);

    private Roles() {
    }
}
