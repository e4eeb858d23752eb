/**
 * Notices to the people who look after the program. In: what is wrong. Out: letters on the channels
 * that the county has configured, few of them however long a problem lasts. Start with {@link
 * Notices}.
 */
@NullMarked
package org.sunlitledger.notice;

import org.jspecify.annotations.NullMarked;
