package fr.microcredit.intake.difficulty.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.microcredit.kit.money.Money;

/** What an office tells others of a loan in difficulty. Notes, reports and a filing for over-indebtedness are in none of it. */
public sealed interface DifficultyEvent {
    /**
     * The borrower asks the bank to put instalments off.
     *
     * @param months 1 to 3
     */
    record DeferralAsked(int months) implements DifficultyEvent {
    }

    /**
     * The office asks its support commission to pay instalments in the borrower's place.
     *
     * @param instalments by number, ascending
     * @param amount      of all of them
     */
    record SupportAsked(UUID requestId, List<Integer> instalments, Money amount) implements DifficultyEvent {
        public SupportAsked {
            instalments = List.copyOf(instalments);
        }
    }

    /**
     * The commission of over-indebtedness has found the borrower's filing admissible: the debtor may not pay any more (Code de la
     * consommation, L722-5). Before that decision nobody is told of a filing (L721-3).
     *
     * @param admittedOn day of that decision
     */
    record OverIndebtednessAdmitted(LocalDate admittedOn) implements DifficultyEvent {
    }
}
