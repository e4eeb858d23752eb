/**
 * Commands that install the program on a machine and examine the installation. Start with {@link
 * DoctorCommand} and {@link InstallCommand}.
 */
@NullMarked
package org.sunlitledger.cli.install;

import org.jspecify.annotations.NullMarked;
