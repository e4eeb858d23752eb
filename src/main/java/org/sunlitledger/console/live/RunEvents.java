package org.sunlitledger.console.live;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.list.PageWords;
import org.sunlitledger.job.RunProgress;

/**
 * Sends the progress of a run to the browsers that show it. A browser that reads slowly misses what
 * is old. Each stream ends after some minutes, and the browser asks for another, so that it ends
 * with the right to it.
 */
@Controller
final class RunEvents {
  private static final int MOST_STREAMS = 200;
  private static final int SENDERS = 4;
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final LiveRuns live;
  private final TemplateEngine templates;
  private final PageWords words;
  private final Semaphore places = new Semaphore(MOST_STREAMS);
  private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
  private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);

  RunEvents(LiveRuns live, TemplateEngine templates, PageWords words) {
    this.live = live;
    this.templates = templates;
    this.words = words;
    live.listen(this::pass);
  }

  /** A browser that shows a run; it has a place, and is sent one thing at a time. */
  private final class Stream {
    private final long run;
    private final Frame frame;
    private final SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
    private final Semaphore free = new Semaphore(1);

    Stream(long run, Frame frame) {
      this.run = run;
      this.frame = frame;
      emitter.onCompletion(this::end);
      emitter.onTimeout(emitter::complete);
      emitter.onError(problem -> end());
    }

    private void end() {
      if (streams.remove(this)) {
        places.release();
      }
    }

    void send(RunProgress news) {
      if (!free.tryAcquire()) {
        return;
      }
      senders.execute(
          () -> {
            try {
              write(news);
            } catch (IOException | IllegalStateException gone) {
              end();
            } finally {
              free.release();
            }
          });
    }

    private void write(RunProgress news) throws IOException {
      if (news.ended()) {
        emitter.send(SseEmitter.event().name("ended").data(String.valueOf(run)));
        emitter.complete();
        return;
      }
      emitter.send(SseEmitter.event().name("progress").data(bar(news)));
    }

    private String bar(RunProgress news) {
      StringOutput html = new StringOutput();
      templates.render(
          "live/bar.jte", Map.of("frame", frame, "words", words.codes(frame), "news", news), html);
      return html.toString();
    }
  }

  @GetMapping(path = "/runs/{id:[0-9]{1,18}}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(@PathVariable long id, @ModelAttribute("frame") Frame frame)
      throws IOException {
    if (!places.tryAcquire()) {
      // the page asks every five seconds besides
      throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
    }
    Stream stream = new Stream(id, frame);
    streams.add(stream);
    // without anything sent, the browser would wait for the answer to begin
    stream.emitter.send(SseEmitter.event().comment("open"));
    live.of(id).ifPresent(stream::send);
    return stream.emitter;
  }

  private void pass(RunProgress news) {
    streams.stream().filter(stream -> stream.run == news.run()).forEach(s -> s.send(news));
  }

  @PreDestroy
  void close() {
    streams.forEach(stream -> stream.emitter.complete());
    senders.shutdownNow();
  }
}
