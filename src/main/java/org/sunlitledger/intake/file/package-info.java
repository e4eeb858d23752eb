/**
 * A file before its lines are read: its kind, encoding, digest and name. In: a path. Out: the
 * properties of the file, or the fault for which it is rejected. Start with {@link FileSurvey}.
 */
@NullMarked
package org.sunlitledger.intake.file;

import org.jspecify.annotations.NullMarked;
