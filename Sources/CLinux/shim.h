// What Swift's Glibc module leaves out: waiting for many descriptors at once, and being woken.
#ifndef BREAKGLASS_CLINUX_SHIM_H
#define BREAKGLASS_CLINUX_SHIM_H

#include <sys/epoll.h>
#include <sys/eventfd.h>

// The header's own are unsigned enumerators in one place and arguments of type int in the other.
static const int breakglass_epoll_close_on_exec = EPOLL_CLOEXEC;
static const int breakglass_eventfd_flags = EFD_CLOEXEC | EFD_NONBLOCK;
static const unsigned breakglass_epoll_in = EPOLLIN;
static const unsigned breakglass_epoll_out = EPOLLOUT;
static const unsigned breakglass_epoll_fault = EPOLLERR | EPOLLHUP;

#endif
