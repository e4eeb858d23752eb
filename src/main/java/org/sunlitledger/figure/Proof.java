package org.sunlitledger.figure;

import java.util.List;

/** Two sums of figures that must be equal; when they are not, none of them may be printed. */
public record Proof(
    String id, String title, String titleEn, List<String> left, List<String> right) {}
