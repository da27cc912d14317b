// What keeps the loop busy: every active handle and every request in flight is on this list
// (process.getActiveResourcesInfo(), reports).
#ifndef RONDO_LOOP_ACTIVE_H_
#define RONDO_LOOP_ACTIVE_H_

#include <cstdint>

namespace rondo {

class ActiveList;

// A member of the list, under a literal name such as "FSReqCallback" or "TCPServerWrap".
class Active {
 public:
  Active(ActiveList& list, const char* name);
  virtual ~Active();
  Active(const Active&) = delete;
  Active& operator=(const Active&) = delete;

  const char* name() const { return name_; }
  Active* next() const { return next_; }
  // False for what does not keep the process alive (an unref'd handle).
  virtual bool KeepsAlive() const { return true; }
  // When the outcome was there to be delivered (CLOCK_MONOTONIC ns), or 0 while there is none.
  virtual uint64_t ReadySinceNs() const { return 0; }

 private:
  ActiveList& list_;
  const char* name_;
  Active* previous_ = nullptr;
  Active* next_;
};

class ActiveList {
 public:
  Active* first() const { return first_; }

 private:
  friend class Active;
  Active* first_ = nullptr;
};

inline Active::Active(ActiveList& list, const char* name)
    : list_(list), name_(name), next_(list.first_) {
  if (next_) next_->previous_ = this;
  list_.first_ = this;
}

inline Active::~Active() {
  if (previous_) previous_->next_ = next_;
  if (next_) next_->previous_ = previous_;
  if (list_.first_ == this) list_.first_ = next_;
}

}  // namespace rondo

#endif  // RONDO_LOOP_ACTIVE_H_
