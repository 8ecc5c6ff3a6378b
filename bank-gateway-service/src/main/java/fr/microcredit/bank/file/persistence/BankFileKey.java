package fr.microcredit.bank.file.persistence;

import java.io.Serializable;
import java.util.UUID;

/** Key of a file. */
record BankFileKey(UUID dossierId, String bankId) implements Serializable {
}
