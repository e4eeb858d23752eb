/** Lines that agree in some columns, found by digests. Start with {@link AlikeLines}. */
@NullMarked
package org.sunlitledger.check.alike;

import org.jspecify.annotations.NullMarked;
