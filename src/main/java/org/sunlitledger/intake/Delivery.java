package org.sunlitledger.intake;

import java.nio.charset.Charset;
import java.nio.file.Path;

/** A delivery that is being taken in. */
record Delivery(
    long id,
    String register,
    int year,
    String name,
    Path path,
    Charset charset,
    String sha256,
    long bytes,
    int linesRead) {}
