package fr.microcredit.bank.loan.domain;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiPredicate;

import fr.microcredit.bank.loan.domain.LoanEvent.Prepayment;
import fr.microcredit.bank.loan.domain.LoanEvent.WriteOff;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payment;
import fr.microcredit.bank.loan.domain.LoanState.Phase;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.money.Money;

/** A loan on any terms, to which anything happens that the rules let happen, and much that they do not. */
final class RandomLife {
    private static final int ACTS_MAX = 40;
    private final Random random;
    private Loan loan;
    private LocalDate today;

    private RandomLife(Random random) {
        this.random = random;
        this.loan = Journals.agreed(random);
        this.today = loan.agreement().disbursedOn();
    }

    static Loan of(Random random) {
        RandomLife life = new RandomLife(random);
        int acts = 1 + random.nextInt(ACTS_MAX);
        for (int act = 0; act < acts; act++) {
            try {
                life.goesOn();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(life.loan.agreement() + Journals.print(life.loan) + "\ntoday " + life.today,
                        e);
            }
        }
        return life.loan;
    }

    private Payer payer() {
        return random.nextInt(6) == 0 ? Payer.SUPPORT_COMMISSION : Payer.BORROWER;
    }

    private void goesOn() {
        LoanState state = loan.state();
        if (state.phase() == Phase.RUNNING) {
            switch (random.nextInt(20)) {
                case 0, 1, 2, 3, 4, 5, 6 -> state.firstUnpaid().ifPresent(this::paysInItsTurn);
                case 7, 8, 9 -> paysSomething(state);
                case 10, 11 -> misses(state);
                case 12, 13 -> prepays(state);
                case 14 -> defers(1 + random.nextInt(4));
                case 15 -> isSpreadAnew();
                case 16 -> isAccelerated(state);
                case 17 -> rarely(state);
                default -> passes();
            }
        } else {
            happensAfterwards(state);
        }
        if (random.nextInt(4) == 0) {
            isRefused();
        }
    }

    private boolean isNewest(LocalDate on) {
        return loan.standing().stream().noneMatch(each -> each.on().isAfter(on)
                || each.on().equals(on) && each.changesTheAgreement());
    }

    private void passes() {
        today = today.plusDays(random.nextInt(45));
    }

    /** Today, or some time ago. */
    private LocalDate day() {
        return random.nextInt(4) > 0 ? today : today.minusDays(random.nextInt(60));
    }

    private boolean happened(Decision<Loan, LoanEvent> decision) {
        return happened(decision, "", (before, after) -> true);
    }

    /** @param said what follows where the rule lets it happen, of how the loan stood and how it stands */
    private boolean happened(Decision<Loan, LoanEvent> decision, String what, BiPredicate<LoanState, LoanState> said) {
        if (decision instanceof Decision.Accepted<Loan, LoanEvent> accepted) {
            LoanState before = loan.state();
            loan = accepted.state();
            assertTrue(accepted.events().isEmpty() || said.test(before, loan.state()), what);
            return true;
        }
        return false;
    }

    private void paysInItsTurn(LoanInstalment next) {
        LocalDate on = next.dueOn().plusDays(random.nextBoolean() ? 0 : random.nextInt(20));
        Payment payment = new Payment(on, payer());
        today = on.isAfter(today) ? on : today;
        if (happened(LoanRules.pay(loan, next.number(), next.left(), payment), "pay pays it",
                (before, after) -> after.instalment(next.number()).orElseThrow().isPaid()
                        && after.money().overpaid().equals(before.money().overpaid()))
                && random.nextInt(5) == 0) {
            changesNothing(LoanRules.pay(loan, next.number(), next.left(), payment));
        }
    }

    /** Told once more, it is either known or refused. */
    private void changesNothing(Decision<Loan, LoanEvent> again) {
        if (again instanceof Decision.Accepted<Loan, LoanEvent> accepted) {
            assertSame(loan, accepted.state());
        }
    }

    private void paysSomething(LoanState state) {
        LocalDate on = day();
        long due = Money.sum(state.unpaidOn(on).stream().map(LoanInstalment::left).toList()).cents();
        long amount = 1 + due * random.nextInt(5) / (1 + random.nextInt(4)) + random.nextInt(20);
        happened(LoanRules.receive(loan, Money.ofCents(amount), new Payment(on, payer())), "receive",
                (before, after) -> !isNewest(on) || after.money().overpaid().minus(before.money().overpaid())
                        .equals(Money.ofCents(Math.max(0, amount - due))));
    }

    private void misses(LoanState state) {
        if (random.nextBoolean()) {
            today = state.firstUnpaid().map(LoanInstalment::dueOn).filter(today::isBefore).orElse(today);
        }
        List<LoanInstalment> unpaid = state.unpaidOn(today);
        if (!unpaid.isEmpty()) {
            int number = unpaid.get(random.nextInt(unpaid.size())).number();
            if (happened(LoanRules.miss(loan, number, today), "miss misses it",
                    (before, after) -> after.missed().stream().anyMatch(each -> each.number() == number)
                            && after.instalment(number).orElseThrow().missedOn().equals(Optional.of(today))
                            && after.instalment(number).orElseThrow().dueOn()
                                    .equals(before.instalment(number).orElseThrow().dueOn()))) {
                changesNothing(LoanRules.miss(loan, number, today));
            }
        }
    }

    private void prepays(LoanState state) {
        Prepayment mode = Journals.any(random, Prepayment.values());
        long owed = state.outstanding().cents();
        if (mode == Prepayment.FULL) {
            if (random.nextBoolean()) {
                Money sum = ChangeRules.owedOn(loan, today).sum();
                happened(sum.isPositive() ? ChangeRules.prepay(loan, sum, mode, today) : refused(), "full repays all",
                        (before, after) -> after.phase() == Phase.REPAID
                                && after.money().overpaid().equals(before.money().overpaid()));
            }
            return;
        }
        long amount = 1 + (random.nextInt(5) == 0
                ? owed - 2 - random.nextInt(300)
                : owed * random.nextInt(10) / 10 + random.nextInt(100));
        Money part = Money.ofCents(Math.max(1, amount));
        happened(ChangeRules.prepay(loan, part, mode, today), "part prepays",
                (before, after) -> after.money().prepaid().minus(before.money().prepaid()).equals(part)
                        && before.outstanding().minus(after.outstanding()).equals(part));
    }

    private void defers(int months) {
        happened(ChangeRules.defer(loan, months, today), "defer moves", (before, after) -> {
            LocalDate due = before.firstUnpaid().orElseThrow().dueOn();
            LocalDate later = after.firstUnpaid().orElseThrow().dueOn();
            return ChronoUnit.MONTHS.between(due.withDayOfMonth(1), later.withDayOfMonth(1)) == months;
        });
    }

    private static Decision<Loan, LoanEvent> refused() {
        return Decision.refused(Reason.unknown());
    }

    private void isSpreadAnew() {
        LocalDate first = today.plusDays(1 + random.nextInt(95));
        happened(ChangeRules.reschedule(loan, 1 + random.nextInt(random.nextBoolean() ? 12 : 84), first, today),
                "reschedule begins then",
                (before, after) -> after.firstUnpaid().map(LoanInstalment::dueOn).equals(Optional.of(first)));
    }

    private void isAccelerated(LoanState state) {
        if (random.nextBoolean()) {
            today = state.firstUnpaid().map(next -> next.dueOn().plusMonths(3)).filter(today::isBefore).orElse(today);
        }
        happened(DefaultRules.accelerate(loan, day()), "accelerate", (before, after) -> after
                .phase() == Phase.ACCELERATED && after.outstanding().equals(before.outstanding()));
    }

    private void rarely(LoanState state) {
        if (random.nextInt(40) == 0) {
            loan = loan.withdrawn(today);
        } else if (random.nextInt(3) == 0) {
            givesBack(state);
        } else if (!loan.reports().isEmpty()) {
            int line = 1 + random.nextInt(loan.reports().size());
            if (happened(CorrectionRules.correct(loan, line, today))) {
                changesNothing(CorrectionRules.correct(loan, line, today));
            }
        }
    }

    private void givesBack(LoanState state) {
        long overpaid = state.money().overpaid().cents();
        if (overpaid > 0) {
            Money back = Money.ofCents(1 + random.nextInt((int) overpaid));
            happened(LoanRules.giveBack(loan, back, day()), "give back",
                    (before, after) -> before.money().overpaid().minus(back).equals(after.money().overpaid()));
        }
    }

    private void happensAfterwards(LoanState state) {
        passes();
        switch (random.nextInt(8)) {
            case 0, 1, 2, 3 -> recovers(state);
            case 4 -> happened(DefaultRules.met(loan, today));
            case 5 -> happened(random.nextInt(3) == 0
                    ? DefaultRules.writeOff(loan, Journals.any(random, WriteOff.values()), day())
                    : refused());
            case 6 -> happened(LoanRules.receive(loan, Money.ofCents(100), new Payment(day(), payer())));
            default -> givesBack(state);
        }
    }

    private void recovers(LoanState state) {
        long owed = state.debt().sum().cents();
        UUID id = new UUID(random.nextInt(3), 7);
        Money amount = Money.ofCents(random.nextInt(4) == 0 ? Math.max(1, owed) : 1 + random.nextInt(1 + (int) owed));
        LocalDate on = day();
        if (happened(DefaultRules.recover(loan, id, amount, on), "recover",
                (before, after) -> before.debt().sum().minus(amount).equals(after.debt().sum()))) {
            changesNothing(DefaultRules.recover(loan, id, amount, on));
        }
    }

    /** What never holds, whatever else has happened. */
    private void isRefused() {
        LoanState state = loan.state();
        Money cent = Money.ofCents(1);
        Payment payment = new Payment(today, Payer.BORROWER);
        Decision<Loan, LoanEvent> wrong = switch (random.nextInt(6)) {
            case 0 -> LoanRules.giveBack(loan, state.money().overpaid().plus(cent), today);
            case 1 -> LoanRules.pay(loan, 9_999, cent, payment);
            case 2 -> CorrectionRules.correct(loan, loan.reports().size() + 1, today);
            case 3 -> DefaultRules.recover(loan, new UUID(9, 9), state.debt().sum().plus(cent), today);
            case 4 -> state.firstUnpaid().map(next -> LoanRules.receive(loan, cent,
                    new Payment(next.dueOn().minus(1, ChronoUnit.DAYS), Payer.BORROWER)))
                    .orElseGet(RandomLife::refused);
            default -> state.firstUnpaid()
                    .map(next -> LoanRules.pay(loan, next.number(), next.left().plus(cent), payment))
                    .orElseGet(RandomLife::refused);
        };
        assertFalse(wrong.holds(), () -> "held: " + wrong);
    }
}
