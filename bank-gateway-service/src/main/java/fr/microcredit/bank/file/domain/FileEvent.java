package fr.microcredit.bank.file.domain;

import java.time.LocalDate;
import java.util.List;

/** Something the bank has done with a file. */
public sealed interface FileEvent {
    /** The file after it. */
    BankFile file();

    /** Business date. */
    LocalDate on();

    /** A first view: accepted, or not agreed. */
    record Decided(BankFile file, boolean accepted, List<String> reasons, LocalDate on) implements FileEvent {
    }

    /** The last word after a meeting. */
    record Finalised(BankFile file, boolean accepted, List<String> reasons, LocalDate on) implements FileEvent {
    }

    /** Borrower and bank have signed. */
    record Contracted(BankFile file, LocalDate on) implements FileEvent {
    }

    /** The loan is paid out. */
    record Disbursed(BankFile file, LocalDate on) implements FileEvent {
    }
}
