package org.sunlitledger.console.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Who may ask for what. What is not listed here is refused to everybody. The offices' limits come
 * on top: a page shows and changes only what its reader's office reaches.
 *
 * @param path with the patterns of Spring MVC
 * @param passwordAgain whether it asks for the password when that was typed long ago
 */
record AccessRule(HttpMethod method, String path, Allowed who, boolean passwordAgain) {
  private static final String YEAR = "/{year:[0-9]{4}}";
  private static final String CLOSE = "/close/{number:[0-9]{1,4}}";
  private static final String DELIVERY = "/deliveries/{id:[0-9]{1,18}}";

  private static final String DISCREPANCY = YEAR + "/discrepancies/{id:[0-9]{1,18}}";
  private static final String FIGURE = YEAR + "/figures/{id:[A-Za-z0-9_-]{1,60}}";

  private static final List<AccessRule> ALL =
      List.of(
          get("/sign-in", Allowed.EVERYBODY),
          post("/sign-in", Allowed.EVERYBODY),
          get("/activate", Allowed.EVERYBODY),
          post("/activate", Allowed.EVERYBODY),
          get("/assets/**", Allowed.EVERYBODY),
          get("/webjars/**", Allowed.EVERYBODY),
          get("/error", Allowed.EVERYBODY),
          get("/second-factor", Allowed.HALF_IN),
          post("/second-factor", Allowed.HALF_IN),
          get("/second-factor/set-up", Allowed.HALF_IN).again(),
          post("/second-factor/set-up", Allowed.HALF_IN).again(),
          get("/second-factor/picture", Allowed.HALF_IN),
          post("/sign-out", Allowed.HALF_IN),
          post("/language", Allowed.EVERYBODY),
          get("/still-here", Allowed.SIGNED_IN),
          get("/", Allowed.SIGNED_IN),
          get("/again", Allowed.SIGNED_IN),
          post("/again", Allowed.SIGNED_IN),
          // home
          get(YEAR, Allowed.READERS),
          // runs
          get("/runs", Allowed.READERS),
          post("/runs", Allowed.STAFF),
          get("/runs/{id:[0-9]{1,18}}", Allowed.READERS),
          get("/runs/{id:[0-9]{1,18}}/progress", Allowed.READERS),
          get("/runs/{id:[0-9]{1,18}}/events", Allowed.READERS),
          post("/runs/{id:[0-9]{1,18}}/restart", Allowed.STAFF),
          // upload
          get(YEAR + "/upload", Allowed.CLERKS),
          post(YEAR + "/upload", Allowed.CLERKS),
          get(YEAR + "/upload/check", Allowed.CLERKS),
          get(YEAR + "/upload/preview", Allowed.CLERKS),
          post(YEAR + "/upload/withdraw", Allowed.CLERKS),
          post(YEAR + "/upload/run", Allowed.CLERKS),
          get(YEAR + "/upload/result", Allowed.CLERKS),
          // deliveries
          get(YEAR + "/deliveries", Allowed.READERS),
          get(YEAR + "/deliveries.{ending:xlsx|csv}", Allowed.READERS),
          get(DELIVERY, Allowed.READERS),
          get(DELIVERY + "/lines/{line:[0-9]{1,9}}", Allowed.READERS),
          get(DELIVERY + "/original", Allowed.STAFF),
          post(DELIVERY + "/set-aside", Allowed.CLERKS),
          post(DELIVERY + "/take-back", Allowed.STAFF),
          post(DELIVERY + "/approve", Allowed.REVIEWERS),
          post(DELIVERY + "/accept", Allowed.STAFF),
          // rejected lines
          get(YEAR + "/findings", Allowed.STAFF),
          get(DELIVERY + "/rejects.xlsx", Allowed.STAFF),
          get(DELIVERY + "/mend", Allowed.STAFF),
          post(DELIVERY + "/mend/cells", Allowed.CLERKS),
          post(DELIVERY + "/mend/all", Allowed.CLERKS),
          post(DELIVERY + "/mend/discard", Allowed.CLERKS),
          get(DELIVERY + "/mend/submit", Allowed.CLERKS),
          post(DELIVERY + "/mend/submit", Allowed.CLERKS),
          get(DELIVERY + "/mend/submitted/{submission:[0-9]{1,18}}", Allowed.STAFF),
          // figures
          get(YEAR + "/figures", Allowed.READERS),
          get(YEAR + "/figures.{ending:xlsx|csv}", Allowed.READERS),
          get(FIGURE, Allowed.READERS),
          get(FIGURE + "/proof", Allowed.READERS),
          get(FIGURE + "/lines", Allowed.READERS),
          get(FIGURE + "/lines/sum", Allowed.READERS),
          get(FIGURE + "/lines.{ending:xlsx|csv}", Allowed.READERS),
          // discrepancies
          get(YEAR + "/discrepancies", Allowed.READERS),
          get(YEAR + "/discrepancies.{ending:xlsx|csv}", Allowed.READERS),
          get(YEAR + "/discrepancies/work-list.xlsx", Allowed.CLERKS),
          post(YEAR + "/discrepancies/work-list", Allowed.CLERKS),
          post(YEAR + "/discrepancies/resolve", Allowed.CLERKS),
          get(DISCREPANCY, Allowed.READERS),
          post(DISCREPANCY + "/resolve", Allowed.CLERKS),
          post(DISCREPANCY + "/approve", Allowed.REVIEWERS),
          post(DISCREPANCY + "/send-back", Allowed.STAFF),
          // reports
          get(YEAR + "/reports", Allowed.READERS),
          get(YEAR + "/reports/{name}", Allowed.READERS),
          get(YEAR + "/reports/{name}/file.{ending:docx|html|txt}", Allowed.READERS),
          // reconciliation
          get(YEAR + "/reconciliation", Allowed.READERS),
          get(YEAR + "/reconciliation/proof", Allowed.READERS),
          get(YEAR + "/reconciliation/statement.{ending:xlsx|html}", Allowed.READERS),
          post(YEAR + "/reconciliation/run", Allowed.STAFF),
          post(YEAR + "/reconciliation/ledger", Allowed.CLERKS),
          get(YEAR + "/reconciliation/ledger/check", Allowed.CLERKS),
          get(YEAR + "/reconciliation/ledger/preview", Allowed.CLERKS),
          post(YEAR + "/reconciliation/ledger/withdraw", Allowed.CLERKS),
          // close
          get(YEAR + "/close", Allowed.READERS),
          post(YEAR + "/close", Allowed.REVIEWERS).again(),
          post(YEAR + "/close/reopen", Allowed.REVIEWERS).again(),
          post(YEAR + "/close/verify", Allowed.STAFF),
          get(YEAR + CLOSE + "/page", Allowed.READERS),
          get(YEAR + CLOSE + "/snapshot.zip", Allowed.STAFF),
          get(YEAR + "/restatement", Allowed.READERS),
          post(YEAR + "/restatement", Allowed.STAFF),
          get(YEAR + "/restatement.csv", Allowed.READERS),
          get(YEAR + "/restatement/{figure}", Allowed.READERS),
          // rules and registers
          get("/rules", Allowed.READERS),
          get("/registers", Allowed.READERS),
          get("/registers/{name}", Allowed.READERS),
          get("/registers/{name}/empty.xlsx", Allowed.READERS),
          // audit
          get(YEAR + "/audit", Allowed.READERS),
          get(YEAR + "/audit.{ending:xlsx|csv}", Allowed.READERS),
          // people
          get("/account", Allowed.SIGNED_IN),
          post("/account/password", Allowed.SIGNED_IN),
          post("/account/sessions", Allowed.SIGNED_IN).again(),
          get("/users", Allowed.ADMINISTRATORS),
          get("/users/new", Allowed.ADMINISTRATORS).again(),
          post("/users/new", Allowed.ADMINISTRATORS).again(),
          get("/users/{login}", Allowed.ADMINISTRATORS).again(),
          post("/users/{login}/{change}", Allowed.ADMINISTRATORS).again(),
          get("/access", Allowed.ADMINISTRATORS),
          get("/access.{ending:xlsx|csv}", Allowed.ADMINISTRATORS));

  /** All of them; the first that matches counts. */
  static List<AccessRule> all() {
    return ALL;
  }

  /** The one that counts for a request. */
  static Optional<AccessRule> of(HttpServletRequest request) {
    return ALL.stream().filter(rule -> rule.matches(request)).findFirst();
  }

  private boolean matches(HttpServletRequest request) {
    return PathPatternRequestMatcher.withDefaults().matcher(method, path).matches(request);
  }

  private static AccessRule get(String path, Allowed who) {
    return new AccessRule(HttpMethod.GET, path, who, false);
  }

  private static AccessRule post(String path, Allowed who) {
    return new AccessRule(HttpMethod.POST, path, who, false);
  }

  private AccessRule again() {
    return new AccessRule(method, path, who, true);
  }
}
