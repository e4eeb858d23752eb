package org.sunlitledger.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A registered household of the sample county. */
record Household(String number, Person head, Place place, int persons) {
  static final int COUNT = 4889;

  static List<Household> all(Random random) {
    List<Place> places = Place.all();
    List<Household> households = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      Place place = places.get(random.nextInt(places.size()));
      households.add(
          new Household("HH%06d".formatted(i + 1), Person.of(i), place, 1 + random.nextInt(7)));
    }
    return households;
  }
}
