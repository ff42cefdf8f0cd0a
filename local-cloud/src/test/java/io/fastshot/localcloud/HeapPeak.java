package io.fastshot.localcloud;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** The most bytes of this process's heap that were in use right after a garbage collection. */
final class HeapPeak implements AutoCloseable {
  private final List<NotificationEmitter> collectors;
  private final NotificationListener listener = this::collected;
  private final Set<String> heapPools;
  private final AtomicLong peakBytes = new AtomicLong();

  private HeapPeak(List<GarbageCollectorMXBean> collectors) {
    this.collectors = collectors.stream().map(NotificationEmitter.class::cast).toList();
    this.heapPools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toUnmodifiableSet());
  }

  static HeapPeak watch() {
    HeapPeak peak = new HeapPeak(ManagementFactory.getGarbageCollectorMXBeans());
    peak.collectors.forEach(
        collector -> collector.addNotificationListener(peak.listener, null, null));
    return peak;
  }

  long bytes() {
    return peakBytes.get();
  }

  private void collected(Notification notification, Object handback) {
    if (notification.getUserData() instanceof CompositeData data) {
      Map<String, MemoryUsage> after =
          GarbageCollectionNotificationInfo.from(data).getGcInfo().getMemoryUsageAfterGc();
      long used =
          after.entrySet().stream()
              .filter(pool -> heapPools.contains(pool.getKey()))
              .mapToLong(pool -> pool.getValue().getUsed())
              .sum();
      peakBytes.accumulateAndGet(used, Math::max);
    }
  }

  @Override
  public void close() {
    for (NotificationEmitter collector : collectors) {
      try {
        collector.removeNotificationListener(listener);
      } catch (ListenerNotFoundException e) {
        throw new IllegalStateException("was added by watch", e);
      }
    }
  }
}
