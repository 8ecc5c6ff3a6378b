package fr.microcredit.commission.support.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.commission.support.domain.LimitRules.Used;
import fr.microcredit.commission.support.domain.Repaid.Payer;
import fr.microcredit.commission.support.domain.Support.End;
import fr.microcredit.commission.support.domain.SupportRequest.Why;
import fr.microcredit.commission.support.domain.SupportRules.Purse;
import fr.microcredit.commission.support.domain.SupportRules.Put;
import fr.microcredit.commission.support.domain.SupportRuling.Verdict;
import fr.microcredit.commission.support.domain.SupportSettings.Limits;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.money.Money;

/**
 * A loan of 2,400 over 24 at 4.40 % (instalment 104.65) and its support commission, told in a few words a step: each is two
 * days after the one before.
 */
final class Supported {
    static final LocalDate FIRST = LocalDate.of(2011, 2, 7);
    static final UUID REQUEST = new UUID(0, 7);
    static final Purse FULL = new Purse(Optional.of(new Limits("6562", Money.ofEuros("5000"), Money.ofEuros("500"),
            Optional.empty())), Used.NOTHING);

    private Supported() {
    }

    /** @param steps with {@code ;} between them, such as {@code ask 7 8; grant 104.65 7} */
    static Support after(String steps) {
        Support support = Support.unheardOf(About.dossier(new UUID(0, 1), new UUID(0, 2), "ccas-poitiers"), FIRST);
        LocalDate on = FIRST;
        for (String step : steps.split("; ?")) {
            support = step(support, step.split(" "), on);
            on = on.plusDays(2);
        }
        return support;
    }

    private static Support step(Support support, String[] words, LocalDate on) {
        return switch (words[0]) {
            case "ask" -> SupportNews.asked(support, asked(numbers(words, 1), on));
            case "grant" -> accepted(SupportRules.decide(support, REQUEST, put(words), FULL, on));
            case "refuse" -> accepted(SupportRules.decide(support, REQUEST, new Put(Verdict.REFUSED, Optional.empty(),
                    Optional.empty(), List.of(SupportRuling.Reason.OTHER)), FULL, on));
            case "withdraw" -> accepted(SupportRules.withdraw(support, REQUEST, Why.OTHER, on));
            case "borrower" -> paid(support, words, Payer.BORROWER, on);
            case "support" -> paid(support, words, Payer.SUPPORT_COMMISSION, on);
            case "part-borrower" -> received(support, words, Payer.BORROWER, on);
            case "part-support" -> received(support, words, Payer.SUPPORT_COMMISSION, on);
            case "prepaid" -> SupportNews.prepaid(support, Integer.parseInt(words[1]));
            case "corrected" -> SupportNews.corrected(support, Integer.parseInt(words[1]), Integer.parseInt(words[2]),
                    Money.ofEuros(words[3]));
            case "later" -> support;
            default -> SupportNews.ended(support, End.valueOf(words[0]));
        };
    }

    private static SupportRequest asked(List<Integer> numbers, LocalDate on) {
        return SupportRequest.asked(REQUEST, numbers, Money.ofEuros("104.65").times(numbers.size()), on);
    }

    private static Put put(String[] words) {
        return new Put(Verdict.GRANTED, Optional.of(numbers(words, 2)), Optional.of(Money.ofEuros(words[1])),
                List.of());
    }

    private static Support paid(Support support, String[] words, Payer payer, LocalDate on) {
        return SupportNews.paid(support, Integer.parseInt(words[1]), payer, Money.ofEuros("104.65"), on);
    }

    private static Support received(Support support, String[] words, Payer payer, LocalDate on) {
        return SupportNews.received(support, Integer.parseInt(words[1]), payer, Money.ofEuros(words[2]), on);
    }

    private static List<Integer> numbers(String[] words, int from) {
        return Arrays.stream(words, from, words.length).map(Integer::valueOf).toList();
    }

    static Support accepted(Decision<Support, SupportEvent> decision) {
        return decision.orThrow(RefusedException::new).state();
    }
}
