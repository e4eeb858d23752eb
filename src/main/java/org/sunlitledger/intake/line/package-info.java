/**
 * A line of a file, and what can be wrong with a line or a file. Start with {@link SourceLine} and
 * {@link ShapeRule}.
 */
@NullMarked
package org.sunlitledger.intake.line;

import org.jspecify.annotations.NullMarked;
