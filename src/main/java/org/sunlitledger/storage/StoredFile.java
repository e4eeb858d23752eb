package org.sunlitledger.storage;

/**
 * The file with the records of a delivery.
 *
 * @param register the table that the records belong to
 * @param year of the delivery
 * @param folder of the close, below the folder of the storage
 * @param file below that folder
 * @param bytes of the file, and {@code sha256} of the file
 * @param contentSha256 of the CSV before it was compressed
 */
public record StoredFile(
    long delivery,
    String register,
    int year,
    String folder,
    String file,
    long lines,
    long bytes,
    String sha256,
    String contentSha256) {}
