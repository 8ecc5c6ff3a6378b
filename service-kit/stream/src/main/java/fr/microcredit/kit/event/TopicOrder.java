package fr.microcredit.kit.event;

/** What a consumer may expect of the numbers of one key on one topic. */
public enum TopicOrder {
    /** Every number comes once; what comes early waits for what is missing. The rule for business topics. */
    GAPLESS,
    /** Numbers may be missing, only the newest counts: compacted topics. */
    LATEST,
    /** Every event counts by itself in any order: topics with a short retention. */
    ANY
}
