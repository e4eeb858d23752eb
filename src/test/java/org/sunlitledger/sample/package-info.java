/** Makes the synthetic sample deliveries under sample-data/ from a fixed seed. */
@NullMarked
package org.sunlitledger.sample;

import org.jspecify.annotations.NullMarked;
