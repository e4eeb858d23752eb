/**
 * Definition files under {@code jobs} and {@code sql}. In: the packaged files and the files of a
 * county. Out: YAML mappings and queries whose error messages name file and place. Start with
 * {@link Definitions}.
 */
@NullMarked
package org.sunlitledger.definition;

import org.jspecify.annotations.NullMarked;
