package org.sunlitledger.console.receive;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings of uploads.
 *
 * @param uploadLimit the largest file
 * @param uploadQuota the most that may lie in the inbox for one office, or as one ledger
 * @param uploadFiles the most files that may lie there
 * @param uploadScan a scanner and its arguments; the file's path is added. It refuses a file by an
 *     exit status other than 0
 */
@ConfigurationProperties("sunlit.console")
public record UploadSettings(
    @DefaultValue("512MB") DataSize uploadLimit,
    @DefaultValue("10GB") DataSize uploadQuota,
    @DefaultValue("2000") int uploadFiles,
    @DefaultValue List<String> uploadScan) {}
