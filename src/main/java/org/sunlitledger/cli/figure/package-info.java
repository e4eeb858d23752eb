/** Commands about figures and reports. */
@NullMarked
package org.sunlitledger.cli.figure;

import org.jspecify.annotations.NullMarked;
