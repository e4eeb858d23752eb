package org.sunlitledger.bench;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.file.FlatFileItemReader;
import org.springframework.batch.infrastructure.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.batch.infrastructure.item.file.transform.FieldSet;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.quantity.person.IdNumber;
import org.sunlitledger.quantity.text.Parsed;

/**
 * C: the stock Spring Batch way, FlatFileItemReader, a validating processor, JdbcBatchItemWriter in
 * chunks of 1,000. The parts are driven by a plain loop, which spares it the step's own
 * book-keeping.
 */
final class StockBatch implements Contender {
  private static final int CHUNK = 1_000;

  private final Path file;
  private final DataSource dataSource;

  StockBatch(Path file, DataSource dataSource) {
    this.file = file;
    this.dataSource = dataSource;
  }

  @Override
  public Map<String, Long> run(Connection connection) throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute(ByHand.TABLE.formatted("stock"));
    }
    load();
    try (Statement statement = connection.createStatement()) {
      statement.execute("analyze stock");
    }
    return Cells.of(connection, "stock");
  }

  private void load() throws Exception {
    FlatFileItemReader<FieldSet> reader =
        new FlatFileItemReaderBuilder<FieldSet>()
            .name("stock")
            .resource(new FileSystemResource(file))
            .linesToSkip(1)
            .delimited()
            .names(ByHand.COLUMNS.split(", ", -1))
            .fieldSetMapper(fields -> fields)
            .build();
    JdbcBatchItemWriter<FieldSet> writer =
        new JdbcBatchItemWriterBuilder<FieldSet>()
            .dataSource(dataSource)
            .sql(
                "insert into stock (%s) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    .formatted(ByHand.COLUMNS))
            .itemPreparedStatementSetter(
                (fields, statement) -> {
                  for (int i = 0; i < 14; i++) {
                    switch (i) {
                      case 2 -> statement.setDate(3, Date.valueOf(fields.readString(2)));
                      case 13 -> statement.setBigDecimal(14, fields.readBigDecimal(13));
                      default -> statement.setString(i + 1, fields.readString(i));
                    }
                  }
                })
            .build();
    writer.afterPropertiesSet();
    TransactionTemplate transaction =
        new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    reader.open(new ExecutionContext());
    try {
      boolean more = true;
      while (more) {
        Chunk<FieldSet> chunk = new Chunk<>();
        for (int i = 0; i < CHUNK && more; i++) {
          FieldSet line = reader.read();
          more = line != null;
          if (line != null && isGood(line)) {
            chunk.add(line);
          }
        }
        transaction.executeWithoutResult(
            status -> {
              try {
                writer.write(chunk);
              } catch (Exception problem) {
                throw new IllegalStateException(problem);
              }
            });
      }
    } finally {
      reader.close();
    }
  }

  private static boolean isGood(FieldSet line) {
    try {
      LocalDate.parse(line.readString(2));
    } catch (java.time.DateTimeException noDate) {
      return false;
    }
    String id = line.readString(7);
    BigDecimal yuan = line.readBigDecimal(13);
    return id != null
        && yuan != null
        && IdNumber.parse(id) instanceof Parsed.Value<String>
        && yuan.signum() > 0;
  }
}
