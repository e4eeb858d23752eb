/**
 * Definition files under {@code jobs} and {@code sql}. In: the files that are packaged with the
 * program and those of a county. Out: YAML mappings and queries whose complaints name file and
 * place. Start with {@link Definitions}.
 */
@NullMarked
package org.sunlitledger.definition;

import org.jspecify.annotations.NullMarked;
