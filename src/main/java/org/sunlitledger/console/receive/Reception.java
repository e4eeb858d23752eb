package org.sunlitledger.console.receive;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.sunlitledger.account.AccessLog;
import org.sunlitledger.account.AccessLog.AccessKind;
import org.sunlitledger.account.AccessLog.AccessVia;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.receive.Receiving.IncomingFile;
import org.sunlitledger.console.receive.Receiving.ReceivedFile;
import org.sunlitledger.console.receive.UploadRefusal.UploadFault;
import org.sunlitledger.intake.file.FileSurvey;
import org.sunlitledger.intake.file.HiddenNames;

/** Answers the requests with which a page sends a file, and records who sent or withdrew which. */
@Component
@EnableConfigurationProperties(UploadSettings.class)
public final class Reception {
  private static final String TOLD = "upload/told";

  private final Receiving receiving;
  private final UploadTable uploads;
  private final HiddenNames hidden;
  private final AccessLog log;

  Reception(Receiving receiving, UploadTable uploads, HiddenNames hidden, AccessLog log) {
    this.receiving = receiving;
    this.uploads = uploads;
    this.hidden = hidden;
    this.log = log;
  }

  /** Shows a file that has arrived. */
  @FunctionalInterface
  public interface Arrival {
    /** Returns the template that shows it. */
    String show(Path file) throws IOException;
  }

  /**
   * Says before a file is sent whether it would be refused, and gives the token with which to send
   * it: who has signed in again since the page was loaded has another one.
   */
  public @Nullable String check(
      IncomingFile file, Frame frame, HttpServletResponse response, Model model)
      throws IOException {
    try {
      receiving.verify(file);
      response.setHeader("X-CSRF-TOKEN", frame.tokenValue());
      return null;
    } catch (UploadRefusal refusal) {
      return refused(refusal, response, model);
    }
  }

  /** Receives one file, as the body of the request. */
  public String receive(
      IncomingFile file,
      SignedIn person,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Arrival arrival)
      throws IOException {
    try {
      ReceivedFile received = receiving.receive(file, request.getInputStream());
      record(
          file.replaces() ? AccessKind.FILE_REPLACED : AccessKind.FILE_UPLOADED,
          person,
          request,
          file.shelf(),
          received.sha256());
      response.setStatus(HttpServletResponse.SC_CREATED);
      return arrival.show(received.path());
    } catch (UploadRefusal refusal) {
      // a browser that still sends does not hear the answer
      request.getInputStream().transferTo(OutputStream.nullOutputStream());
      return refused(refusal, response, model);
    }
  }

  /** Deletes a file that no run has begun to read. */
  public void withdraw(Shelf shelf, Path file, SignedIn person, HttpServletRequest request)
      throws UploadRefusal, IOException {
    if (shelf.isInUse(file)) {
      throw new UploadRefusal(UploadFault.BEING_TAKEN);
    }
    String sha256 = FileSurvey.sha256(file);
    // first, so that nothing is deleted without a record when the console is killed in between
    record(AccessKind.FILE_WITHDRAWN, person, request, shelf, sha256);
    Files.deleteIfExists(file);
    uploads.forget(sha256);
  }

  private static String refused(UploadRefusal refusal, HttpServletResponse response, Model model) {
    response.setStatus(refusal.fault().status().value());
    model.addAttribute("key", "upload.refused." + refusal.fault());
    model.addAttribute("arguments", refusal.arguments());
    model.addAttribute("way", refusal.fault() == UploadFault.THERE ? "replace" : "retry");
    return TOLD;
  }

  /** The name of a file may be that of a person, so its folder and its digest stand for it. */
  private void record(
      AccessKind kind, SignedIn person, HttpServletRequest request, Shelf shelf, String sha256) {
    log.record(
        kind,
        Optional.of(person.account()),
        AccessVia.console(person.account(), request.getRemoteAddr()),
        (hidden.hide(shelf.shown()) + " SHA-256 " + sha256).strip());
  }
}
