package fr.microcredit.kit.loan;

import fr.microcredit.kit.money.Money;

/**
 * One line of an amortisation table (article R312-13 of the Code de la consommation: amount, and its split).
 *
 * @param number      from 1
 * @param payment     interest plus principal
 * @param interest    on the capital outstanding before this instalment
 * @param principal   repaid by this instalment
 * @param outstanding capital outstanding after this instalment (<i>capital restant dû</i>)
 */
public record Instalment(int number, Money payment, Money interest, Money principal, Money outstanding) {
}
