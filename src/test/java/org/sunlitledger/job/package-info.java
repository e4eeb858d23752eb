/** Tests of whole nights. */
@NullMarked
package org.sunlitledger.job;

import org.jspecify.annotations.NullMarked;
