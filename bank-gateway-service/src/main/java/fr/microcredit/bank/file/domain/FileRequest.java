package fr.microcredit.bank.file.domain;

import java.util.List;

/**
 * What is asked of a bank, as it was last transmitted.
 *
 * @param revision of the request, counts up when a meeting has changed it
 * @param fileNumber by which office and bank call it
 * @param purpose  code
 * @param conditions the commission has set
 * @param fulfilled  those of them that the office has ticked off
 */
public record FileRequest(int revision, String fileNumber, String purpose, FileTerms terms,
        List<Condition> conditions, List<Condition> fulfilled) {
    public FileRequest {
        conditions = List.copyOf(conditions);
        fulfilled = List.copyOf(fulfilled);
    }

    FileRequest fulfilling(List<Condition> all) {
        return new FileRequest(revision, fileNumber, purpose, terms, conditions, all);
    }
}
