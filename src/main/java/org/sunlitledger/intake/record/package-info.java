/**
 * Judges each line without regard to other lines. In: a line and its header. Out: a record, or a
 * rejected line with its findings. Start with {@link LineJudge}.
 */
@NullMarked
package org.sunlitledger.intake.record;

import org.jspecify.annotations.NullMarked;
