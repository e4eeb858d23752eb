package org.sunlitledger.console.mend;

/**
 * A sentence in the summary of faults.
 *
 * @param field id of the field it is about; empty for none
 */
public record SubmitFault(String field, String words) {}
