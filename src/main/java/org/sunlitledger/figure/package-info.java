/** The figure catalogue: values, texts and the lines behind each. */
@NullMarked
package org.sunlitledger.figure;

import org.jspecify.annotations.NullMarked;
