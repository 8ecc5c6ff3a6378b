package fr.microcredit.commission.support.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import fr.microcredit.commission.support.domain.SupportRequest.Status;
import fr.microcredit.kit.money.Money;

/**
 * Where a request stands by all that is known.
 *
 * @param paid   by the support commission under its grant
 * @param paidOn last day of that
 * @param since  day from which somebody is waited for: the commission since the request, the payment since the grant
 */
public record Standing(Status status, Money paid, Optional<LocalDate> paidOn, Optional<LocalDate> since,
        Optional<SupportRuling> grant) {
    /**
     * The platform's own number: the support commission sits weekly (domain.md 7), and no text says how soon it pays. Whoever
     * waits longer has been passed over once.
     */
    public static final int DAYS_MAX = 7;

    static Standing of(Support support, SupportRequest request) {
        List<SupportPayment> matched = support.repaid().bySupport().stream()
                .filter(each -> support.grantedFor(each.instalment()).filter(request::equals).isPresent()).toList();
        Money paid = Money.sum(matched.stream().map(SupportPayment::amount).toList());
        Status status = status(support, request, paid);
        Optional<LocalDate> since = switch (status) {
            case WAITING -> Optional.of(request.askedOn());
            case GRANTED -> request.grant().map(SupportRuling::decidedOn);
            default -> Optional.empty();
        };
        return new Standing(status, paid, matched.stream().map(SupportPayment::on).max(Comparator.naturalOrder()),
                since, request.grant());
    }

    private static Status status(Support support, SupportRequest request, Money paid) {
        if (request.withdrawal().isPresent()) {
            return Status.WITHDRAWN;
        }
        if (request.ruling().isEmpty()) {
            return support.isSettled(request) ? Status.LAPSED : Status.WAITING;
        }
        return request.grant().map(grant -> ofGrant(support, grant, paid)).orElse(Status.REFUSED);
    }

    private static Status ofGrant(Support support, SupportRuling grant, Money paid) {
        if (paid.isAtLeast(grant.amount())) {
            return Status.PAID;
        }
        if (!support.isOver(grant.instalments())) {
            return Status.GRANTED;
        }
        return paid.isPositive() ? Status.PAID : Status.LAPSED;
    }

    /** What of the office's budget it takes: the grant until it is paid, then what was paid. */
    Money counts() {
        return switch (status) {
            case GRANTED -> grant.map(SupportRuling::amount).orElse(Money.ZERO);
            case PAID -> paid;
            default -> Money.ZERO;
        };
    }

    /** What was granted and not paid, where nothing more will come. */
    public Optional<Money> shortBy() {
        return status == Status.PAID
                ? grant.map(each -> each.amount().minus(paid)).filter(Money::isPositive)
                : Optional.empty();
    }

    /** Whether the last of it came more than a week after the grant. */
    public boolean isPaidLate() {
        return status == Status.PAID && grant.map(SupportRuling::decidedOn)
                .filter(day -> paidOn.filter(last -> last.isAfter(day.plusDays(DAYS_MAX))).isPresent()).isPresent();
    }

    /** For how long somebody is waited for. */
    public Optional<Long> days(LocalDate today) {
        return since.map(day -> Math.max(0, ChronoUnit.DAYS.between(day, today)));
    }

    public boolean isOverdue(LocalDate today) {
        return days(today).filter(days -> days > DAYS_MAX).isPresent();
    }
}
