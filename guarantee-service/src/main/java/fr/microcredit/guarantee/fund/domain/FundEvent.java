package fr.microcredit.guarantee.fund.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Something that has happened to a guarantee. */
public sealed interface FundEvent {
    /** The guarantee after it. */
    Guarantee guarantee();

    /** Business date. */
    LocalDate on();

    /** Every guarantor has set its share aside. */
    record Reserved(Guarantee guarantee, LocalDate on) implements FundEvent {
    }

    /** It can not be guaranteed, with every reason. */
    record Declined(Guarantee guarantee, List<Reason> reasons, LocalDate on) implements FundEvent {
    }

    /** It answers for the loan from now on. */
    record Effective(Guarantee guarantee, LocalDate on) implements FundEvent {
    }

    /** It has fallen with repaid principal. */
    record Reduced(Guarantee guarantee, LocalDate on) implements FundEvent {
    }

    /** It has ended. */
    record Released(Guarantee guarantee, String why, LocalDate on) implements FundEvent {
    }

    /** It was not used in time. */
    record Expired(Guarantee guarantee, LocalDate on) implements FundEvent {
    }

    /** Why a guarantee is declined. */
    record Reason(String code, Optional<String> guarantor) {
    }
}
