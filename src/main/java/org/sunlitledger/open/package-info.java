/**
 * What is open until somebody corrects it or sets it aside: its numbers, and what people decide.
 */
@NullMarked
package org.sunlitledger.open;

import org.jspecify.annotations.NullMarked;
