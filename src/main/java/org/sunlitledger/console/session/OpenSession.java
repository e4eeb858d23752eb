package org.sunlitledger.console.session;

import java.time.OffsetDateTime;

/**
 * A session of somebody who is signed in.
 *
 * @param mark as the access log names it
 * @param since when it began
 * @param lastSeen when it asked for something last
 * @param browser in a word or two; empty for one that is not known
 */
public record OpenSession(
    String mark, OffsetDateTime since, OffsetDateTime lastSeen, String address, String browser) {}
