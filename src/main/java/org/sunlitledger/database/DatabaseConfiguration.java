package org.sunlitledger.database;

import java.time.Clock;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.sunlitledger.database.file.FileSettings;
import org.sunlitledger.database.schema.DatabaseStep;
import org.sunlitledger.database.schema.Migrations;
import org.sunlitledger.database.schema.OwnMigrations;
import org.sunlitledger.database.server.EmbeddedServer;
import org.sunlitledger.definition.Definitions;

/** The database of the process: a configured one, or the built-in server. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DatabaseSettings.class, FileSettings.class})
class DatabaseConfiguration {

  @Bean
  Definitions definitions(DatabaseSettings settings) {
    return new Definitions(settings.ownDefinitions());
  }

  /**
   * Migrates a county's own tables together with the program's tables. Only the program itself
   * defines its own tables.
   */
  @Bean
  FlywayConfigurationCustomizer ownSchema(DatabaseSettings settings) {
    return flyway ->
        settings
            .ownDefinitions()
            .map(OwnMigrations::in)
            .filter(own -> !own.isEmpty())
            .ifPresent(own -> flyway.resourceProvider(new Migrations(own)));
  }

  @Bean
  Clock clock(@Value("${sunlit.zone:Asia/Shanghai}") ZoneId zone) {
    return Clock.system(zone);
  }

  /** Starts at first use, and therefore never if another server is configured. */
  @Bean
  @Lazy
  EmbeddedServer embeddedServer(DatabaseSettings settings, ApplicationEventPublisher listeners) {
    return EmbeddedServer.at(
        settings.folder().resolve("postgres"),
        step -> listeners.publishEvent(new DatabaseStep.Begun(step)));
  }

  /**
   * The choice is made at start and not by a Spring condition, because conditions are evaluated
   * when the program is built.
   */
  @Bean
  JdbcConnectionDetails connectionDetails(
      DataSourceProperties configured, ObjectProvider<EmbeddedServer> builtIn) {
    if (configured.getUrl() != null) {
      return new WorkConnection(
          configured.getUrl(), configured.getUsername(), configured.getPassword());
    }
    EmbeddedServer server = builtIn.getObject();
    return new WorkConnection(
        server.url("sunlit"), server.worker().name(), server.worker().secret());
  }

  /**
   * The owner of the schema migrates it. If no owner is configured, the user of the data source
   * does.
   */
  @Bean
  FlywayConnectionDetails schemaOwner(
      DataSourceProperties configured,
      FlywayProperties flyway,
      ObjectProvider<EmbeddedServer> builtIn) {
    if (configured.getUrl() != null) {
      return new MigrationConnection(flyway.getUrl(), flyway.getUser(), flyway.getPassword());
    }
    EmbeddedServer server = builtIn.getObject();
    return new MigrationConnection(
        server.url("sunlit"), server.owner().name(), server.owner().secret());
  }

  private record WorkConnection(String url, @Nullable String user, @Nullable String secret)
      implements JdbcConnectionDetails {
    @Override
    public String getJdbcUrl() {
      return url;
    }

    @Override
    public @Nullable String getUsername() {
      return user;
    }

    @Override
    public @Nullable String getPassword() {
      return secret;
    }
  }

  private record MigrationConnection(
      @Nullable String url, @Nullable String user, @Nullable String secret)
      implements FlywayConnectionDetails {
    @Override
    public @Nullable String getJdbcUrl() {
      return url;
    }

    @Override
    public @Nullable String getUsername() {
      return user;
    }

    @Override
    public @Nullable String getPassword() {
      return secret;
    }
  }
}
