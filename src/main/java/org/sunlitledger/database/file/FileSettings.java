package org.sunlitledger.database.file;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who may read files with values of lines, in addition to their owner.
 *
 * @param group a group of the operating system; if not set, nobody else may read them
 */
@ConfigurationProperties("sunlit.files")
public record FileSettings(@Nullable String group) {}
