/** The machine: Java, memory, disks, folders and their rights. */
@NullMarked
package org.sunlitledger.health.machine;

import org.jspecify.annotations.NullMarked;
