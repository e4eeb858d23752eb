package org.sunlitledger.cli.shell;

/** A command that neither makes nor changes the folder that this machine keeps. */
public interface NeedsNoFolder {}
